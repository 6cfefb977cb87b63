using Kiln.Secrets;

namespace Kiln.Scanning.Checks.Files;

/// <summary>The history of the sources, with all that was ever taken out of them; and maybe the token that they were cloned with.</summary>
sealed class GitFolders : IFileCheck
{
    internal const string Id = "KILN-GIT-FOLDER";

    readonly LayerFindings _folders = new(Id, FindingSeverity.Medium, x => $"the whole history of a repository: {x}");
    readonly List<Finding> _tokens = [];

    public void See(LayerFile file)
    {
        if (!file.IsFile)
            return;
        var path = "/" + file.Path;
        if (path.EndsWith("/.git/HEAD", StringComparison.Ordinal))
            _folders.Add(file);
        else if (path.EndsWith("/.git/config", StringComparison.Ordinal) && TokenFiles.GitConfiguration(file.Head) is { } verdict)
        {
            _tokens.Add(new Finding(SecretFiles.Id, FindingClass.Secret, FindingSeverity.High)
            {
                Title = verdict.What,
                File = path,
                DiffId = file.Layer.DiffId,
                Instruction = file.Layer.Instruction,
            });
        }
    }

    public IEnumerable<Finding> Findings() => [.. _tokens, .. _folders.Findings()];
}

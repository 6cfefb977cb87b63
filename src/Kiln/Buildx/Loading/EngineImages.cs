using System.Text.Json;
using Kiln.Processes;

namespace Kiln.Buildx.Loading;

/// <summary>What an engine has under some names.</summary>
sealed class EngineImages
{
    readonly Dictionary<string, string> _ids;

    EngineImages(Dictionary<string, string> ids) => _ids = ids;

    internal bool Has(ImageReference name, Digest digest) => _ids.GetValueOrDefault(name.Familiar) == digest.ToString();

    /// <summary>Asks for all of them at once. Where the client gives no answer, nothing counts as there.</summary>
    internal static async Task<EngineImages> AskAsync(
        CommandRunner runner, string docker, ContainerEngine engine, IEnumerable<ImageReference> names, CancellationToken cancellationToken)
    {
        var answer = await runner.RunAsync(
            new Command(docker, ["image", "inspect", "--format", "{{.Id}} {{json .RepoTags}}", .. names.Select(x => x.Familiar)])
            {
                Environment = engine.Environment,
                // An image that is not there makes it fail, and the others are told all the same.
                OnFailure = FailureHandling.Return,
            },
            cancellationToken);
        return Read(answer.Output);
    }

    internal static EngineImages Read(string output)
    {
        var ids = new Dictionary<string, string>();
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ', 2) is not [var id, ['[', ..] names])
                continue;
            using var document = JsonDocument.Parse(names);
            foreach (var name in document.RootElement.EnumerateArray())
                ids[name.GetString()!] = id;
        }

        return new EngineImages(ids);
    }
}

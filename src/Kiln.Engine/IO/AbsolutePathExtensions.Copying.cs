namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    /// <summary>Copies a file or a directory; what the predicates name is left out of a directory's copy.</summary>
    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true)
    {
        var transfer = new FileTransfer(policy) { ExcludesDirectory = excludeDirectory, ExcludesFile = excludeFile };
        return transfer.Copy(source, target, createDirectories);
    }

    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true) =>
        source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);
}

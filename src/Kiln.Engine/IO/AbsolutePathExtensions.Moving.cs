namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    /// <summary>Moves a file or a directory; the result says where it lies now.</summary>
    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false)
    {
        var transfer = new FileTransfer(policy) { DeletesRemainingFiles = deleteRemainingFiles };
        return transfer.Move(source, target, createDirectories);
    }

    public static AbsolutePath Move(
        this AbsolutePath source,
        Func<AbsolutePath, AbsolutePath> newPath,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true) =>
        source.Move(newPath.Invoke(source), policy, createDirectories);

    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true) =>
        source.Move(target / source.Name, policy, createDirectories);
}

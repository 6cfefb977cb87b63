namespace Nuke.Common.IO;

partial class FileTransfer
{
    private const ExistsPolicy FilePolicies =
        ExistsPolicy.FileFail | ExistsPolicy.FileSkip | ExistsPolicy.FileOverwrite | ExistsPolicy.FileOverwriteIfNewer;

    private AbsolutePath CopyFile(AbsolutePath source, AbsolutePath target, bool createDirectories = true) =>
        TransferFile(source, target, createDirectories, () => File.Copy(source, target, overwrite: true));

    private AbsolutePath MoveFile(AbsolutePath source, AbsolutePath target, bool createDirectories = true) =>
        TransferFile(source, target, createDirectories, () => File.Move(source, target, overwrite: true));

    private AbsolutePath TransferFile(AbsolutePath source, AbsolutePath target, bool createDirectories, Action transfer)
    {
        if (target.FileExists() && !MayOverwrite(source, target))
            return source;
        if (createDirectories)
            target.Parent?.CreateDirectory();
        transfer.Invoke();
        return target;
    }

    private bool MayOverwrite(AbsolutePath source, AbsolutePath target) => (policy & FilePolicies) switch
    {
        ExistsPolicy.FileFail => throw new IOException($"File '{target}' already exists"),
        ExistsPolicy.FileSkip => false,
        ExistsPolicy.FileOverwrite => true,
        ExistsPolicy.FileOverwriteIfNewer => File.GetLastWriteTimeUtc(target) < File.GetLastWriteTimeUtc(source),
        0 => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No file policy set"),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Multiple file policies set"),
    };
}

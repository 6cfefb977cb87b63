using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Processes;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

/// <summary>A repository of one image, its lock, and what asks for it.</summary>
sealed class RestoreFolder : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    public string LockFile => _folder["kiln.lock"];

    public KilnLock? Lock => Kiln.Locking.LockFile.Read(LockFile);

    /// <summary>Of an image for <c>linux/amd64</c>, with credentials that nobody gave.</summary>
    public RestoreRequest Request => new()
    {
        Images = [new ImageSpec("app", _folder["app"])],
        Root = _folder.Path,
        LockFile = LockFile,
        Access = Clients.Quick,
    };

    public RestoreRequest Frozen => Request with { Mode = LockMode.Frozen };

    public LockUpdater Updater => new(_runner);

    public void Write(params IEnumerable<string> dockerfile) => _folder.Write("app/Dockerfile", string.Join('\n', dockerfile));

    public void WriteLock(KilnLock content) => Kiln.Locking.LockFile.Write(LockFile, content);

    public void WriteLock(string text) => _folder.Write("kiln.lock", text);

    public Task<RestoredInputs> RestoreAsync(RestoreRequest request) => new InputRestorer(_runner).RestoreAsync(request, default);

    public async Task<KilnException> RefusalAsync(RestoreRequest request) =>
        await Assert.ThrowsAnyAsync<KilnException>(() => RestoreAsync(request));

    public void Dispose() => _folder.Dispose();
}

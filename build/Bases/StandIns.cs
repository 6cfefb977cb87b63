using Kiln;
using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;
using Nuke.Common.IO;

namespace Bases;

/// <summary>
/// Base images made of Debian packages, as OCI layouts in the cache folder: the first by debootstrap, the others by
/// Dockerfiles on top of it.
/// </summary>
sealed class StandIns(AbsolutePath descriptions, AbsolutePath cache, ContainerEngine engine, CommandRunner runner, IReporter reporter)
{
    readonly BuildFolders _folders = new(descriptions, cache, cache / "work");

    /// <summary>Whether it was made before.</summary>
    internal bool Has(BaseImage image) => (cache / "images" / $"{image.Name}.receipt.json").FileExists();

    /// <summary>The image's layout; made when it is not there. Clones that share the cache wait for each other.</summary>
    internal async Task<string> LayoutOfAsync(BaseImage image, ValueList<Mirror> mirrors)
    {
        await using var only = await FileLock.AcquireAsync(cache / "stand-ins.lock", CancellationToken.None);
        if (!Has(image))
            await MakeAsync(image, mirrors);
        return cache / "images" / image.Name;
    }

    async Task MakeAsync(BaseImage image, ValueList<Mirror> mirrors)
    {
        reporter.Information($"Making a stand-in for {image.Reference} of Debian packages, since its origin does not answer");
        var suite = DebianSuite.OfSystem() ?? throw new KilnException(
            ErrorCodes.PrivateEngineUnsupported,
            $"'{image.Reference}' cannot be had: its origin does not answer, and this system has no Debian packages to make it of.");
        var context = cache / "contexts" / image.Name;
        context.CreateOrCleanDirectory();
        (descriptions / image.Name / "Dockerfile").Copy(context / "Dockerfile");
        if (image.Starts.Count == 0)
            await new DebianRoot(cache, runner).WriteTarAsync(suite, context);
        var spec = new ImageSpec(image.Name, context)
        {
            Platforms = image.Platforms,
            NamedContexts = [.. image.Folders.Select(x => x.Context)],
            BuildArgs = [new("DEBIAN_MIRROR", suite.Other("bookworm").Mirror)],
        };
        await new ImageBuilder(runner, reporter).BuildAsync(
            new BuildRequest { Images = [spec], Engine = engine, Folders = _folders, Policy = SourcePolicy.Through(mirrors) },
            CancellationToken.None);
        context.DeleteDirectory();
    }
}

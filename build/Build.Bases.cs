using Bases;
using Kiln.Buildx.Bootstrapping;
using Kiln.Components;
using Kiln.Locking;
using Kiln.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    IReadOnlyList<Mirror> _mirrors = [];

    static EngineFolders EngineFolders => EngineFolders.Of(TemporaryDirectory, EnvironmentInfo.GetVariable("KILN_CACHE"));

    /// <summary>Stand-ins are no origin's images: what they are pinned to must not get into the lock that is committed.</summary>
    AbsolutePath IHazLock.LockFile => _mirrors.Count > 0 ? TemporaryDirectory / "kiln.lock" : RootDirectory / "kiln.lock";

    IEnumerable<Mirror> IHazContainerEngine.Mirrors => _mirrors;

    Target ProvideBases => _ => _
        .Description("Gets the samples' base images: from their origins, or made of Debian packages where those do not answer")
        .Unlisted()
        .DependsOn<IStartEngine>(x => x.StartEngine)
        .DependentFor<IRestoreInputs>(x => x.Restore)
        .DependentFor<IUpdateLock>(x => x.UpdateLock)
        .DependentFor<IListStale>(x => x.ListStale)
        .Executes(async () =>
        {
            // A block: an expression would make this a Func<T>, whose result, here a task, nobody waits for.
            _mirrors = await new BaseImages(LocalRegistry, StandIns(), BaseImage.Of(((IHazImages)this).Images)).ProvideAsync();
            if (_mirrors.Count > 0)
                Log.Information("Base images are stand-ins made of Debian packages; their lock is {Lock:l}", ".nuke/temp/kiln.lock");
        });

    StandIns StandIns() => new(
        RootDirectory / "build" / "bases",
        EngineFolders.Cache + "/bases",
        ((IHazContainerEngine)this).ContainerEngine,
        new CommandRunner(),
        new SerilogReporter());
}

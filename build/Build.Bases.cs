using Bases;
using Kiln.Buildx.Bootstrapping;
using Kiln.Components;
using Kiln.Locking;
using Kiln.Processes;
using Nuke.Common;

partial class Build
{
    IReadOnlyList<Mirror> _mirrors = [];

    static EngineFolders EngineFolders => EngineFolders.Of(TemporaryDirectory, EnvironmentInfo.GetVariable("KILN_CACHE"));

    Target ProvideBases => _ => _
        .Description("Gets the samples' base images: from their origins, or made of Debian packages where those do not answer")
        .Unlisted()
        .DependsOn<IRestoreInputs>(x => x.Restore)
        .DependentFor<IDockerBuild>(x => x.DockerBuild)
        .Executes(async () =>
        {
            // A block: an expression would make this a Func<T>, whose result, here a task, nobody waits for.
            _mirrors = await new BaseImages(LocalRegistry, StandIns()).ProvideAsync();
        });

    StandIns StandIns() => new(
        RootDirectory / "build" / "bases",
        EngineFolders.Cache + "/bases",
        ((IHazContainerEngine)this).ContainerEngine,
        new CommandRunner(),
        new SerilogReporter());
}

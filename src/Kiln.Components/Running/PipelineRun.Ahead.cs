using Kiln.Buildx;
using Kiln.Buildx.Loading;
using Kiln.Commits;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Components.Running;

/// <summary>What other programs are asked before a target needs the answer, so that it works while they do.</summary>
sealed partial class PipelineRun
{
    EngineProvider? _provider;
    ImageLoader? _loader;

    /// <summary>Lint judges while git and the engine answer what StartEngine will ask.</summary>
    void AskForEngineAndCommit(IStartEngine build)
    {
        _ = _commit.Value;
        ProviderOf(build).Ask(CancellationToken.None);
    }

    EngineProvider ProviderOf(IStartEngine build) =>
        _provider ??= new EngineProvider(EngineFolders, _runner, _reporter) { Builder = build.Builder };

    /// <summary>Restore asks registries while the engine says which images it has.</summary>
    void AskForImages(IStartEngine build)
    {
        if (build is IDockerBuild building && Loads(building) && WillRun(nameof(IDockerBuild.DockerBuild)))
            _loader = BeginLoading(LoadRequestOf(building, Engine, PlatformSelection.Narrow(build.Images.ToValueList(), PlatformsOf(build)), build.Commit));
    }

    // The settings of a build can make other images of it than the build describes.
    ImageLoader LoaderOf(IDockerBuild build, BuildRequest request)
    {
        var load = LoadRequestOf(build, request.Engine, request.Images, request.Commit);
        return _loader is { } begun && begun.Request == load ? begun : BeginLoading(load);
    }

    ImageLoader BeginLoading(LoadRequest request) => ImageLoader.Begin(request, _runner, _reporter, CancellationToken.None);

    bool Loads(IDockerBuild build) => build.LoadImages ?? !_build.IsServerBuild;

    static LoadRequest LoadRequestOf(IDockerBuild build, ContainerEngine engine, ValueList<ImageSpec> images, SourceCommit? commit) => new()
    {
        Engine = engine,
        Images = images,
        Commit = commit,
        Tags = build is IPush push ? push.ImageTags.ToValueList() : [],
        IsRequired = build.LoadImages == true,
    };
}

using Kiln.Dockerfiles.Stages;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What a name behind <c>FROM</c>, <c>COPY --from</c> or <c>RUN --mount=from</c> stands for.</summary>
abstract record StageSource
{
    StageSource() { }

    internal sealed record Nothing : StageSource;

    internal sealed record Other(Stage Stage) : StageSource;

    internal sealed record NoStage(int Number) : StageSource;

    internal sealed record Context(string Name) : StageSource;

    internal sealed record Image(string Name) : StageSource;
}

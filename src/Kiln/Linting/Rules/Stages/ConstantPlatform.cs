using Kiln.Dockerfiles.Stages;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>A platform that is written down wins over the one that the build is asked for.</summary>
sealed class ConstantPlatform() : LintRule(
    "KLN1005", Severity.Warning, "Let the build choose the platform of a stage.", "DL3029", "FromPlatformFlagConstDisallowed")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from stage in subject.Stages.Stages
        let platform = stage.From.Platform?.Value
        where platform is { Length: > 0 } && !platform.Contains('$') && !IsNamedAfter(platform, stage)
        select Found(
            stage.From.Platform!.Span,
            $"The stage is always built for '{platform}', whatever platform the build is asked for.",
            $"Leave the flag out and build with --platform={platform}, or write --platform=$BUILDPLATFORM for a stage that "
            + "only makes files. A stage that is one of several is named after its architecture: "
            + $"AS build-{PartsOf(platform)[^1].ToLowerInvariant()}.");

    // FROM build-${TARGETARCH} picks such stages, of which there is one for each platform.
    static bool IsNamedAfter(string platform, Stage stage) =>
        stage.Name is { } name
        && PartsOf(platform).Any(x => x.Length > 0 && name.Contains(x, StringComparison.OrdinalIgnoreCase));

    static string[] PartsOf(string text) => Platform.TryParse(text, out var platform)
        ? [.. text.Split('/').Take(2), platform.Os, platform.Architecture]
        : [.. text.Split('/').Take(2)];
}

using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Inputs;

namespace Kiln.Tests.Dockerfiles.Inputs;

/// <summary>Inputs as short lines: what, for which platform, as what, at which line.</summary>
static class InputLines
{
    internal static BuildTarget Target { get; } = new(Platform.LinuxAmd64);

    internal static TargetInputs Read(string dockerfile, BuildTarget? target = null) =>
        TargetInputs.Of(Dockerfile.Parse(dockerfile), target ?? Target);

    internal static string[] Of(string dockerfile, BuildTarget? target = null)
    {
        var found = Read(dockerfile, target);
        Assert.Empty(found.Problems);
        return [.. found.Inputs.Select(Line)];
    }

    internal static string[] ProblemsOf(string dockerfile, BuildTarget? target = null)
    {
        var source = Dockerfile.Parse(dockerfile).Source;
        return [.. Read(dockerfile, target).Problems.Select(x => $"{source.PositionOf(x.Span.Start)}: {x.Message}")];
    }

    static string Line(ExternalInput input) => input switch
    {
        ExternalInput.Image image => $"{image.Role} {image.Reference.Familiar} {image.Platform} :{image.Line}",
        ExternalInput.Url url => $"Url {url.Address} {url.Checksum ?? "-"} :{url.Line}",
        ExternalInput.Git git => $"Git {git.Source.PolicyIdentifier} :{git.Line}",
        _ => "?",
    };
}

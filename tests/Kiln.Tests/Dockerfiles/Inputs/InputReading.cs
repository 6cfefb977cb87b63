using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Inputs;
using Kiln.Primitives;

namespace Kiln.Tests.Dockerfiles.Inputs;

/// <summary>Reads a target and tells what was found, a line for each thing, so that tests can show all of it.</summary>
static class InputReading
{
    public static BuildTarget Amd64 { get; } = new(Platform.LinuxAmd64);

    public static BuildTarget WithArgs(params (string Name, string Value)[] values) =>
        Amd64 with { BuildArgs = values.Select(x => KeyValuePair.Create(x.Name, x.Value)).ToValueMap() };

    public static TargetInputs Read(BuildTarget target, params string[] lines) =>
        TargetInputs.Of(Dockerfile.Parse(string.Join('\n', lines)), target);

    public static IEnumerable<string> InputsOf(params string[] lines) => InputsOf(Amd64, lines);

    public static IEnumerable<string> InputsOf(BuildTarget target, params string[] lines)
    {
        var found = Read(target, lines);
        Assert.Empty(found.Problems);
        return found.Inputs.Select(Line);
    }

    /// <summary>Each as <c>line:column: message</c>.</summary>
    public static IEnumerable<string> ProblemsOf(params string[] lines) => ProblemsOf(Amd64, lines);

    public static IEnumerable<string> ProblemsOf(BuildTarget target, params string[] lines)
    {
        var source = new SourceText(string.Join('\n', lines), "Dockerfile");
        return Read(target, lines).Problems.Select(x =>
            $"{source.PositionOf(x.Span.Start).Line}:{source.PositionOf(x.Span.Start).Column}: {x.Message}");
    }

    static string Line(ExternalInput input) => input switch
    {
        ExternalInput.Image x => $"{x.Line}: {x.Role} {x.Reference.Familiar} for {x.Platform}",
        ExternalInput.Url { Checksum: null } x => $"{x.Line}: {x.Address}",
        ExternalInput.Url x => $"{x.Line}: {x.Address} as {x.Checksum}",
        ExternalInput.Git x => $"{x.Line}: {x.Source.PolicyIdentifier}{(x.Source.Checksum is { } commit ? $" at {commit}" : "")}",
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };
}

using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// How an image shows that it runs, before anybody can pull it: it is started, and has to write a line, to listen, or to answer. Where neither a line nor
/// a port is named, it has to end by itself with exit code 0.
/// </summary>
public sealed record SmokeTest
{
    /// <summary>The port of the container that has to listen. Default: none.</summary>
    public int? Port
    {
        get;
        init => field = value is null or (> 0 and <= 65_535)
            ? value
            : throw new KilnException(ErrorCodes.InvalidSmokeTest, $"A smoke test's port is {value}, and ports are 1 to 65535.");
    }

    /// <summary>What is asked there by HTTP, for example <c>/health</c>. Default: nothing, to listen is enough.</summary>
    public string? Path
    {
        get;
        init => field = value is null || value.StartsWith('/')
            ? value
            : throw new KilnException(ErrorCodes.InvalidSmokeTest, $"A smoke test asks for '{value}', and a path begins with a slash.");
    }

    /// <summary>The status that the answer has to have. Default: 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A part of a line that has to stand in its output. Default: none.</summary>
    public string? Line { get; init; }

    /// <summary>Arguments for the container instead of the image's own. Default: the image's.</summary>
    public ValueList<string> Arguments { get; init; }

    /// <summary>Variables for the container; never secrets. Default: none.</summary>
    public ValueMap<string> Environment { get; init; }

    /// <summary>How long all of it may take. Default: 30 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>As messages call it: <c>'GET :8080/health' to answer 200</c>.</summary>
    public override string ToString() => (Port, Path, Line) switch
    {
        ({ } port, { } path, _) => $"'GET :{port}{path}' to answer {Status}",
        ({ } port, _, null) => $"port {port} to listen",
        ({ } port, _, { } line) => $"port {port} to listen, and a line with '{line}'",
        (_, _, { } line) => $"a line with '{line}'",
        _ => "exit code 0",
    };
}

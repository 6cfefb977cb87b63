using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kiln;

/// <summary>
/// The pieces of github.com/distribution/reference v0.6.0 (its regexp.go), shared by images and registry namespaces.
/// Each check returns the second half of a sentence that says what is wrong, or null.
/// </summary>
static partial class ReferenceGrammar
{
    const int LongestRepository = 255;
    const string HostLabel = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";

    public static string? HostProblem(string host)
    {
        var match = HostPattern().Match(host);
        if (!match.Success)
            return $"'{host}' is not a registry host; write a name or an address, and a port where one is "
                + "needed, as in registry.example.com:5000";
        if (match.Groups["v6"] is { Success: true } v6 && !IPAddress.TryParse(v6.Value, out _))
            return $"'{v6.Value}' is not an IPv6 address";
        return match.Groups["port"] is { Success: true } port && !IsPort(port.Value)
            ? $"'{port.Value}' is not a port; it must be a number from 1 to 65535"
            : null;
    }

    public static string? RepositoryProblem(string repository)
    {
        if (repository.Length == 0)
            return "the repository's name is missing";
        if (repository.Length > LongestRepository)
            return $"the repository's name has {repository.Length} characters, and at most {LongestRepository} "
                + "are allowed";
        if (repository.Any(char.IsAsciiLetterUpper))
            return $"'{repository}' has upper case letters, which repositories may not; did you mean "
                + $"'{repository.ToLowerInvariant()}'?";
        return repository.Split('/').FirstOrDefault(component => !ComponentPattern().IsMatch(component)) is { } wrong
            ? $"'{wrong}' cannot be a part of a repository's name; use a to z and 0 to 9, with '.', '_', '__' "
                + "or '-' between them only"
            : null;
    }

    public static string? TagProblem(string tag) =>
        TagPattern().IsMatch(tag)
            ? null
            : $"'{tag}' is not a tag; use letters, digits, '_', '.' and '-', not '.' or '-' first, and at most "
                + "128 of them";

    /// <summary>Whether a first component is a host by Docker's rule: it has a dot, a colon, or is localhost.</summary>
    public static bool LooksLikeHost(string component) =>
        component.Contains('.') || component.Contains(':') || component == "localhost";

    public static bool IsLoopback(string host)
    {
        var match = HostPattern().Match(host);
        var name = match.Groups["v6"].Success ? match.Groups["v6"].Value : match.Groups["name"].Value;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    public static string Sentence(string text, string what, string problem) =>
        $"'{text}' is not {what}: {problem}{(problem.EndsWith('?') ? "" : ".")}";

    static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;

    [GeneratedRegex(
        $@"\A(?:(?<name>{HostLabel}(?:\.{HostLabel})*)|\[(?<v6>[a-fA-F0-9:]+)\])(?::(?<port>[0-9]+))?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"\A[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*\z")]
    private static partial Regex ComponentPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z")]
    private static partial Regex TagPattern();
}

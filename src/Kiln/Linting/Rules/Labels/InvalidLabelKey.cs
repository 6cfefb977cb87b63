using System.Text.RegularExpressions;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Labels;

/// <summary>Tools that filter images by labels agree on one form of key.</summary>
sealed partial class InvalidLabelKey() : LintRule(
    "KLN7001", Severity.Information, "Write label keys in the common form.", "DL3048")
{
    static readonly string[] OfDocker = ["com.docker.", "io.docker.", "org.dockerproject."];

    // Docker itself asks those who write extensions for them.
    static readonly string[] OfExtensions = ["com.docker.desktop.extension.", "com.docker.extension."];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from label in subject.Of<LabelInstruction>()
        from wrong in label.Pairs.GroupBy(x => ProblemOf(x.Key.Text.Trim('"', '\'')), x => x.Key)
        where wrong.Key is not null
        let keys = wrong.Select(x => x.Text.Trim('"', '\'')).Distinct().ToArray()
        select Found(
            wrong.First().Span,
            $"{Lists.And(keys)} {(keys.Length == 1 ? "is no usual key" : "are no usual keys")}: {wrong.Key}.",
            Usual(keys[0]) is { Length: > 0 } usual && usual != keys[0]
                ? $"Write {usual}, or begin with the reversed name of a domain of yours."
                : "Begin it with the reversed name of a domain of yours, for instance com.example.release-date.");

    // A key that a variable makes is judged by nobody; $name in the middle of one is mostly a slip.
    static string? ProblemOf(string key) =>
        key.Length == 0 || key.Contains("${", StringComparison.Ordinal) ? null
        : BeginsWith(OfDocker, key) && !BeginsWith(OfExtensions, key) ? "what begins like this is reserved for Docker"
        : Separators().IsMatch(key) ? "two separators follow each other"
        : key.Any(x => !IsAllowed(x)) ? "keys have small letters, digits, '.', '-', '_' and '/' only"
        : !char.IsAsciiLetterLower(key[0]) ? "keys begin with a small letter"
        : !char.IsAsciiLetterOrDigit(key[^1]) ? "keys end with a small letter or a digit"
        : null;

    static string Usual(string key) =>
        Separators().Replace(Others().Replace(key.ToLowerInvariant(), "-"), x => x.Value[..1]).Trim('.', '-', '_', '/') is var usual
        && ProblemOf(usual) is null ? usual : "";

    static bool BeginsWith(string[] beginnings, string key) =>
        beginnings.Any(x => key.StartsWith(x, StringComparison.Ordinal));

    static bool IsAllowed(char x) => char.IsAsciiLetterLower(x) || char.IsAsciiDigit(x) || x is '.' or '-' or '_' or '/';

    [GeneratedRegex("[^a-z0-9./_-]+")]
    private static partial Regex Others();

    [GeneratedRegex(@"[.-]{2,}")]
    private static partial Regex Separators();
}

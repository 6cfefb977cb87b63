using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>Names that every host takes.</summary>
static partial class JobGrammar
{
    // Keys of a .gitlab-ci.yml that are no jobs: https://docs.gitlab.com/ci/yaml/#unavailable-names-for-jobs
    static readonly string[] Reserved =
        ["image", "services", "stages", "types", "before_script", "after_script", "variables", "cache", "include", "true", "false", "nil", "default", "workflow", "pages", "spec"];

    internal static string Job(string name) => Id().IsMatch(name) && !Reserved.Contains(name)
        ? name
        : throw Refused($"'{name}' cannot be a job's name: it takes letters, digits, '-' and '_', begins with a letter, and is no word of GitLab's own ({string.Join(", ", Reserved)}).");

    internal static string Pipeline(string name) => Id().IsMatch(name)
        ? name
        : throw Refused($"'{name}' cannot be a pipeline's name: it is a file's name, and takes letters, digits, '-' and '_', beginning with a letter.");

    internal static string Variable(string name, string what) => Word().IsMatch(name)
        ? name
        : throw Refused($"'{name}' cannot be the name of {what}: it becomes a variable, and takes letters, digits and '_', not beginning with a digit.");

    internal static ValueMap<string> Variables(ValueMap<string> variables, string what)
    {
        foreach (var name in variables.Keys)
            Variable(name, what);
        return variables;
    }

    internal static string Secret(string name) => !Word().IsMatch(name)
        ? throw Refused($"'{name}' cannot be a secret's name on any host: it takes letters, digits and '_', not beginning with a digit.")
        : name.StartsWith("GITHUB_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CI_", StringComparison.Ordinal)
            ? throw Refused($"'{name}' cannot be a secret's name: names that begin with 'GITHUB_' or 'CI_' are the hosts' own. Store it under another.")
            : name;

    internal static string Artifact(string name) => File().IsMatch(name)
        ? name
        : throw Refused($"'{name}' cannot be an artifact's name: it takes letters, digits, '.', '-' and '_'.");

    /// <summary>A name or a pattern with <c>*</c>: https://git-scm.com/docs/git-check-ref-format</summary>
    internal static string Branch(string name) => NoBranch().IsMatch(name)
        ? throw Refused($"'{name}' cannot be a branch's or tag's name: git takes no blanks, no control characters, none of ~ ^ : ? [ \\, no '..' or '@{{', and no '/' at its ends; and GitHub takes '${{{{' for an expression.")
        : name;

    internal static string Environment(string name) => Place().IsMatch(name)
        ? name
        : throw Refused($"'{name}' cannot be an environment's or group's name on every host: it takes letters, digits, blanks, '.', '-', '_' and '/'.");

    internal static string? Address(string? url) => url is null || Uri.TryCreate(url, UriKind.Absolute, out _) && !url.Contains('$', StringComparison.Ordinal)
        ? url
        : throw Refused($"'{url}' cannot be an environment's address: it takes an absolute one, such as 'https://example.com', without '$'.");

    internal static string Target(string name) => Targets().IsMatch(name)
        ? name
        : throw Refused($"'{name}' cannot be a target's name: it is a C# member.");

    static KilnException Refused(string message) => new(ErrorCodes.InvalidPipeline, message);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,99}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,99}$")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
    private static partial Regex File();

    [GeneratedRegex(@"^$|[\x00-\x20\x7F~^:?\[\\]|\.\.|@\{|^/|/$|//|\.lock$|\.$|\$\{\{")]
    private static partial Regex NoBranch();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,99}$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*$")]
    private static partial Regex Targets();
}

using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Substitution;

namespace Kiln.Linting.Rules.Stages;

/// <summary>The variables that FROM lines see while nobody gives a build argument.</summary>
sealed class FromScope
{
    /// <summary>Stands for what only a build knows. It can be a part of any name, and no name has it by itself.</summary>
    public const string Unknown = "kiln0unknown";

    /// <summary>What BuildKit sets for FROM by itself; a stage sees it after an ARG.</summary>
    public static IReadOnlyList<string> PlatformNames { get; } =
        [.. PlatformArguments.Of(Platform.LinuxAmd64, Platform.LinuxAmd64, null).Select(x => x.Key)];

    readonly Dictionary<string, string> _values = PlatformNames.ToDictionary(x => x, _ => Unknown);
    readonly HashSet<string> _names;
    readonly char _escape;
    readonly string? _unset;

    /// <param name="subject">The file.</param>
    /// <param name="unset">What stands in the place of a variable without a value. Default: nothing, as in a build.</param>
    public FromScope(LintSubject subject, string? unset = null)
    {
        (_escape, _unset) = (subject.Dockerfile.Escape, unset);
        var declarations = subject.Stages.GlobalArguments.SelectMany(x => x.Declarations).ToArray();
        _names = [.. PlatformNames, .. declarations.Select(x => x.Name)];
        foreach (var declaration in declarations)
            if (declaration.DefaultValue is { } word)
                _values[declaration.Name] = Expand(word.Text).Text;
    }

    /// <summary>All that may be named, with or without a value.</summary>
    public IReadOnlySet<string> Names => _names;

    public ExpandedWord Expand(string word)
    {
        var expanded = WordExpansion.Expand(word, Find, _escape);
        return _unset is null || expanded.Unset.Count == 0
            ? expanded
            : WordExpansion.Expand(word, x => Find(x) ?? (expanded.Unset.Contains(x) ? _unset : null), _escape);
    }

    string? Find(string name) => _values.GetValueOrDefault(name);
}

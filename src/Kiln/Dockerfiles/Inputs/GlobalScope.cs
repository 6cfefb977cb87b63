using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What the <c>ARG</c>s before the first stage and the platforms are worth: all that <c>FROM</c> lines see.</summary>
sealed class GlobalScope
{
    readonly Dictionary<string, string> _values;

    GlobalScope(Dictionary<string, string> values, char escape) => (_values, Escape) = (values, escape);

    internal char Escape { get; }

    internal static GlobalScope Of(Dockerfile dockerfile, StageList stages, BuildTarget target, InputProblems problems)
    {
        var stage = target.Stage ?? stages.Stages.LastOrDefault()?.Name;
        var values = new Dictionary<string, string>(PlatformArguments.Of(target.Platform, target.BuildPlatform, stage));
        foreach (var name in values.Keys.Where(target.BuildArgs.ContainsKey).ToArray())
            values[name] = target.BuildArgs[name];
        var scope = new GlobalScope(values, dockerfile.Escape);
        foreach (var declaration in stages.GlobalArguments.SelectMany(x => x.Declarations))
        {
            if (target.BuildArgs.TryGetValue(declaration.Name, out var given))
                values[declaration.Name] = given;
            else if (declaration.DefaultValue is { } word)
                values[declaration.Name] = scope.Expand(word, problems) ?? "";
        }

        return scope;
    }

    internal string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Null for a word that cannot be read, which is a problem.</summary>
    internal string? Expand(Word word, InputProblems problems)
    {
        var expanded = WordExpansion.Expand(word.Text, Find, Escape);
        if (expanded.Error is not { } error)
            return expanded.Text;
        problems.Add(word.Span, $"'{word.Text}' cannot be read: {error}");
        return null;
    }
}

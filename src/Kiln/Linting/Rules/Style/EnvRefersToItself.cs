using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Stages;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>All values of one ENV are worked out before any of them is set.</summary>
sealed class EnvRefersToItself() : LintRule(
    "KLN8006", Severity.Warning, "Use a variable only below the ENV that sets it.", "DL3044")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from use in VariableUse.Of(subject)
        from early in EarlyUses(use, subject.Dockerfile.Escape).Take(1)
        select Found(
            VariablePlace.Of(subject.Dockerfile.Source, early.User.Value.Span, early.Name),
            $"'{early.User.Key.Text}' gets the '{early.Name}' from before this ENV, not the one that is set in it.",
            $"Write a second ENV for {early.User.Key.Text} below the one that sets {early.Name}.");

    /// <summary>What an ENV uses too early, so that it need not be told in another way as well.</summary>
    public static IEnumerable<string> EarlyNames(VariableUse use, char escape) => EarlyUses(use, escape).Select(x => x.Name);

    // What a variable says of itself, as in PATH=/app:$PATH, can only mean the value from before.
    static IEnumerable<(KeyValue User, string Name)> EarlyUses(VariableUse use, char escape)
    {
        if (use.Instruction is not EnvInstruction { Pairs: { Count: > 1 } pairs })
            return [];
        var counts = pairs.CountBy(x => x.Key.Text).ToDictionary();
        return
            from pair in pairs
            from name in WordExpansion.Expand(pair.Value.Text, _ => null, escape).Unset
            where counts.GetValueOrDefault(name) > (pair.Key.Text == name ? 1 : 0) && !use.Visible.Contains(name)
            select (pair, name);
    }
}

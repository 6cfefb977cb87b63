using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Stages;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>BuildKit puts nothing in the place of a variable that it does not know, and builds on.</summary>
sealed class UndefinedVariable() : LintRule(
    "KLN8005", Severity.Warning, "Set variables before they are used.", "UndefinedVar")
{
    sealed record Gap(Word Word, string Name, UnsetReason Why);

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var declarations = new VariableDeclarations(subject);
        return
            from use in VariableUse.Of(subject)
            where use.Section.Stage is not null
            from gap in GapsOf(use, declarations, subject.Dockerfile.Escape)
            group gap by use.Instruction into gaps
            let first = gaps.First()
            let same = gaps.Where(x => x.Why.Reason == first.Why.Reason).Select(x => $"${x.Name}").Distinct()
            let heredoc = gaps.Key.Heredocs.FirstOrDefault(x => x.ContentSpan == first.Word.Span)
            select Found(
                VariablePlace.Of(subject.Dockerfile.Source, first.Word.Span, first.Name),
                $"Nothing stands in the place of {Lists.And([.. same])}: {first.Why.Reason}.",
                heredoc is null
                    ? first.Why.Remedy
                    : $"To keep the text of the heredoc as it is, quote its name: <<'{heredoc.Name}'. {first.Why.Remedy}");
    }

    static IEnumerable<Gap> GapsOf(VariableUse use, VariableDeclarations declarations, char escape) =>
        from part in use.Words
        let partEscape = part.Quotes == QuoteHandling.Ignore ? '\\' : escape
        from name in WordExpansion.Expand(part.Word.Text, x => IsSet(x, use) ? "x" : null, partEscape, part.Quotes).Unset
            .Except(EnvRefersToItself.EarlyNames(use, escape))
        let why = declarations.WhyUnset(name, use)
        where why is not null
        select new Gap(part.Word, name, why);

    static bool IsSet(string name, VariableUse use) => use.Visible.Contains(name) || name == "PATH";
}

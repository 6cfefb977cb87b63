using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>FROM sees only the arguments above the first FROM; any other name leaves a gap in the image's.</summary>
sealed class UndeclaredArgumentInFrom() : LintRule(
    "KLN1009", Severity.Warning, "Declare the arguments of FROM above the first FROM.", "UndefinedArgInFrom")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var scope = new FromScope(subject);
        var inStages = subject.Sections.Where(x => x.Stage is not null).SelectMany(x => x.Instructions).OfType<ArgInstruction>()
            .SelectMany(x => x.Declarations).Select(x => x.Name).ToHashSet();
        return
            from stage in subject.Stages.Stages
            from use in WordsOf(stage.From).SelectMany(x => scope.Expand(x.Text).Unset.Select(name => (Word: x, Name: name)))
                .Where(x => !scope.Names.Contains(x.Name)).Take(1)
            select Found(
                VariablePlace.Of(subject.Dockerfile.Source, use.Word.Span, use.Name),
                inStages.Contains(use.Name)
                    ? $"'{use.Name}' is declared inside a stage, where FROM does not see it, so nothing stands in its place."
                    : $"No ARG above the first FROM declares '{use.Name}', so nothing stands in its place.",
                $"Write ARG {use.Name}=… above the first FROM.{NearestName.Question(use.Name, scope.Names)}");
    }

    static IEnumerable<Word> WordsOf(FromInstruction from)
    {
        if (from.Platform is { Value: { } platform } flag)
            yield return new Word(platform, flag.ValueSpan);
        if (from.Image is { } image)
            yield return image;
    }
}

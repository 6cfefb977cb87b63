using System.Collections.Immutable;
using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Stages;

namespace Kiln.Linting.Rules.Style;

/// <summary>One instruction with the words in which BuildKit replaces variables, and what it can see of those.</summary>
/// <param name="Section">The stage, or what stands before the first.</param>
/// <param name="Instruction">An ARG has one use for each of its declarations, since each sees those before it.</param>
/// <param name="Words">Bodies of heredocs are read in another way than words.</param>
/// <param name="Visible">What the file has set or declared until here, in the stage and in those that it goes on from.</param>
/// <param name="Image">The image that all of them start from; null when nobody can tell.</param>
sealed record VariableUse(
    LintSection Section,
    Instruction Instruction,
    IEnumerable<(Word Word, QuoteHandling Quotes)> Words,
    ImmutableHashSet<string> Visible,
    string? Image)
{
    /// <summary>Of all instructions outside of ONBUILD, in their order.</summary>
    public static IEnumerable<VariableUse> Of(LintSubject subject)
    {
        var bases = StageBase.Of(subject).ToDictionary(x => x.Section.Stage!.Index);
        var ends = new Dictionary<int, (ImmutableHashSet<string> Names, string? Image)>();
        foreach (var section in subject.Sections)
        {
            var start = section.Stage is { Index: var index } ? bases.GetValueOrDefault(index) : null;
            var (names, image) = start?.Parent is { Stage: { } parent }
                ? ends[parent.Index]
                : ([], start is null || start.IsImage || start.Name == "scratch" ? start?.Name : null);
            foreach (var trigger in start?.Parent?.Instructions.OfType<OnbuildInstruction>() ?? [])
                names = trigger.Inner is null ? names : names.Union(NamesOf(trigger.Inner));
            foreach (var instruction in section.Instructions)
                foreach (var (words, set) in StepsOf(instruction))
                {
                    yield return new VariableUse(section, instruction, words, names, image);
                    names = names.Union(set);
                }

            if (section.Stage is { } stage)
                ends[stage.Index] = (names, image);
        }
    }

    /// <summary>What an instruction sets or declares.</summary>
    public static IEnumerable<string> NamesOf(Instruction instruction) => instruction switch
    {
        ArgInstruction arg => arg.Declarations.Select(x => x.Name),
        EnvInstruction env => env.Pairs.Select(x => x.Key.Text),
        _ => [],
    };

    static IEnumerable<(IEnumerable<(Word, QuoteHandling)> Words, IEnumerable<string> Sets)> StepsOf(Instruction instruction) =>
        instruction is ArgInstruction arg
            ? arg.Declarations.Select(x => (AsWords([x.DefaultValue]), (IEnumerable<string>)[x.Name]))
            : [(WordsOf(instruction), NamesOf(instruction))];

    static IEnumerable<(Word, QuoteHandling)> WordsOf(Instruction instruction) => instruction switch
    {
        EnvInstruction env => AsWords(env.Pairs.SelectMany(x => new[] { x.Key, x.Value })),
        LabelInstruction label => AsWords(label.Pairs.SelectMany(x => new[] { x.Key, x.Value })),
        AddInstruction add => AsWords([.. ValuesOf(add.Chown, add.Chmod, add.Checksum), .. add.Sources, add.Destination])
            .Concat(BodiesOf(add)),
        CopyInstruction copy => AsWords([.. ValuesOf(copy.Chown, copy.Chmod), .. copy.Sources, copy.Destination])
            .Concat(BodiesOf(copy)),
        ExposeInstruction expose => AsWords(expose.Ports),
        RunInstruction run => AsWords(run.Mounts.SelectMany(x => x.Options)
            .Select(x => x.Value is { } value ? new Word(value, x.ValueSpan) : null)),
        StopsignalInstruction stopsignal => AsWords([stopsignal.Signal]),
        UserInstruction user => AsWords([user.User]),
        VolumeInstruction volume => AsWords(volume.Paths),
        WorkdirInstruction workdir => AsWords([workdir.Path]),
        _ => [],
    };

    static IEnumerable<(Word, QuoteHandling)> AsWords(IEnumerable<Word?> words) =>
        words.OfType<Word>().Select(x => (x, QuoteHandling.Remove));

    static IEnumerable<(Word, QuoteHandling)> BodiesOf(Instruction instruction) =>
        instruction.Heredocs.Where(x => x.IsExpanded).Select(x => (new Word(x.Content, x.ContentSpan), QuoteHandling.Ignore));

    static IEnumerable<Word?> ValuesOf(params IEnumerable<Flag?> flags) =>
        flags.Select(x => x?.Value is { } value ? new Word(value, x.ValueSpan) : null);
}

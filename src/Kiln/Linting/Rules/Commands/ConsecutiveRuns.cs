using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>Each RUN makes a layer, which is stored, pushed and pulled even if the next one changes the same files.</summary>
sealed class ConsecutiveRuns() : LintRule("KLN3009", Severity.Information, "Join RUNs that follow each other.", "DL3059")
{
    const int LongestExample = 60;

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var simple = subject.Runs.Where(IsSimple).Select(x => x.Run).ToHashSet();
        // Layers of the other stages are not in the image, and small ones let the cache do more.
        var kept = subject.Final is { } final ? subject.LineageOf(final) : subject.Sections;
        return
            from section in kept
            from row in RowsOf(section, simple)
            where row.Count > 1
            select Found(
                row[1].KeywordSpan,
                $"{row.Count} RUNs follow each other and make {row.Count} layers, where one would do.",
                $"Write RUN {string.Join(" && ", row.Select(x => Short(x.Arguments.Text)))} instead.");
    }

    // Who joins commands has thought about layers already; of JSON lists and heredocs the parts cannot be joined.
    static bool IsSimple(LintRun run) =>
        run.Run is { IsShellForm: true, Heredocs.Count: 0 } && WrittenCommands.Of(run.Script).Count == 1;

    static List<List<RunInstruction>> RowsOf(LintSection section, HashSet<RunInstruction> simple)
    {
        var rows = new List<List<RunInstruction>>();
        var row = new List<RunInstruction>();
        foreach (var instruction in section.Instructions)
        {
            var run = instruction as RunInstruction;
            if (run is null || row.Count == 0 || !simple.Contains(run) || !FlagsOf(row[0]).SequenceEqual(FlagsOf(run)))
                rows.Add(row = []);
            if (run is not null && simple.Contains(run))
                row.Add(run);
        }

        return rows;
    }

    static IEnumerable<string> FlagsOf(RunInstruction run) => run.Flags.Select(x => x.ToString());

    static string Short(string command) => command.Length <= LongestExample ? command : $"{command.Split(' ')[0]} …";
}

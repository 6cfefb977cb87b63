using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>What compiles is of no use where the program runs, and is most of what is pulled, scanned and attacked.</summary>
sealed class CompilersInFinalImage() : LintRule(
    "KLN9001", Severity.Warning, "Compile in a stage of its own, and copy the result into the final one.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { Stage: { } stage } final)
            return [];

        var lineage = subject.LineageOf(final).ToArray();
        var compiling = subject.Runs.Where(x => lineage.Contains(x.Section)).SelectMany(x => x.Commands)
            .FirstOrDefault(x => KnownToolchains.CompilingBy(x) is not null);
        if (compiling is null || lineage[^1].Stage?.From.Image is not { } root)
            return [];

        var known = KnownBases.Find(root.Text) is { IsForBuilding: true } found ? found : null;
        return
        [
            Found(
                stage.From.Image!.Span,
                $"The final image is made where '{compiling}' runs, so it holds the sources and all that compiles them{SizeOf(root.Text, known)}.",
                $"End with a stage FROM {known?.RunsOn ?? "a base that only runs"}, and take the result of this one: COPY --from={stage.Name ?? "build"} …"),
        ];
    }

    static string SizeOf(string image, KnownBase? known) => known is null ? "" : $" ('{image}' alone has about {known.Megabytes} MB)";
}

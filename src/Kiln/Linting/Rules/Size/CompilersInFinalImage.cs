using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>What compiles is of no use where the program runs, and is most of what is pulled, scanned and attacked.</summary>
sealed class CompilersInFinalImage() : LintRule(
    "KLN9001", Severity.Warning, "Compile in a stage of its own, and copy the result into the final one.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { Stage: { From.Image: { } image } stage } final || StageBase.OfFinal(subject) is not { } root)
            yield break;

        var known = root.IsImage && KnownBases.Find(root.Name) is { IsForBuilding: true } found ? found : null;
        var size = known?.MegabytesOf(root.Name);
        // One RUN that installs a compiler, compiles and takes it away again leaves nothing of it.
        var lineage = subject.LineageOf(final).ToArray();
        var compiling = subject.Runs.Where(x => lineage.Contains(x.Section) && !x.Commands.Any(PackageRemoval.Is)).SelectMany(x => x.Commands)
            .FirstOrDefault(x => KnownToolchains.CompilingBy(x) is not null);
        if (compiling is null && known is null)
            yield break;

        var end = $"nd with a stage FROM {known?.RunsOn?.Image ?? "a base that only runs"}, and take the result of this one: COPY --from={stage.Name ?? "build"} …";
        yield return compiling is null
            ? Found(
                image.Span,
                $"The final image is built on {root.Shown.TrimEnd(',')}, which is there to compile{(size is null ? "" : $" and has about {size} MB")}.",
                $"Compile while the image is built, e{end}")
            : Found(
                image.Span,
                $"The final image is made where '{compiling}' runs, so it holds the sources and all that compiles them{(size is null ? "" : $" ('{root.Name}' alone has about {size} MB)")}.",
                $"E{end}");
    }
}

using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>Nobody decides for root: it is what an image has when nothing is said.</summary>
sealed class NoUser() : LintRule("KLN5010", Severity.Warning, "Say which user the container runs as.", "DS-0002")
{
    // Programs that an entrypoint gives root up with.
    static readonly string[] StepDown = ["gosu", "su-exec", "setpriv", "setuidgid"];

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { Stage.From.Image: { } named } final)
            yield break;

        var lineage = subject.LineageOf(final).ToArray();
        var instructions = lineage.SelectMany(x => x.Instructions).ToArray();
        if (instructions.Any(GivesRootUp) || BaseOf(subject, lineage[^1]) is not { } image || IsFine(image, instructions))
            yield break;

        yield return Found(
            named.Span,
            image == "scratch"
                ? "No USER is named, so the container runs as root."
                : $"No USER is named, so the container runs as the user of '{image}', which is root for most images.",
            "Name a user behind what needs root, for instance USER 65532:65532.");
    }

    static bool GivesRootUp(Instruction instruction) =>
        instruction is UserInstruction || StepDown.Any(x => instruction.Text.Contains(x, StringComparison.Ordinal));

    // From scratch, an image without a command is there to copy from.
    static bool IsFine(string image, Instruction[] instructions) => image == "scratch"
        ? !instructions.Any(x => x is CmdInstruction or EntrypointInstruction)
        : UnprivilegedBase.Is(image);

    // Null where only the build can know.
    static string? BaseOf(LintSubject subject, LintSection section)
    {
        var (known, escape) = (new Dictionary<string, string>(), subject.Dockerfile.Escape);
        foreach (var argument in subject.Stages.GlobalArguments.SelectMany(x => x.Declarations))
            if (argument.DefaultValue is { } value)
                known[argument.Name] = WordExpansion.Expand(value.Text, known.GetValueOrDefault, escape).Text;
        var image = WordExpansion.Expand(section.Stage?.From.Image?.Text ?? "", known.GetValueOrDefault, escape);
        return image.Text.Length == 0 || image.Unset.Count > 0 || subject.Image.Provided.Contains(image.Text) ? null : image.Text;
    }
}

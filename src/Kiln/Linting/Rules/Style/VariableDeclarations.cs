using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Stages;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>Where a file sets its variables, to tell why one cannot be seen.</summary>
sealed class VariableDeclarations(LintSubject subject)
{
    // Known to BuildKit's scanner of packages, which looks for their declarations.
    static readonly string[] Scanning = ["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];

    readonly ILookup<string, (LintSection Section, Instruction Instruction)> _places = (
        from section in subject.Sections
        from instruction in section.Instructions
        from name in VariableUse.NamesOf(instruction)
        select (name, section, instruction)).ToLookup(x => x.name, x => (x.section, x.instruction));

    /// <summary>Null when the base image may set it: only what is certain counts.</summary>
    public UnsetReason? WhyUnset(string name, VariableUse use)
    {
        if (!char.IsLetter(name.FirstOrDefault()) && !name.StartsWith('_'))
            return new UnsetReason(
                "no Dockerfile can set such a variable", $"Write {subject.Dockerfile.Escape}$ where a dollar sign is meant.");
        if (Scanning.Contains(name))
            return null;
        if (FromScope.PlatformNames.Contains(name))
            return new UnsetReason("a stage sees that only after an ARG of its own", $"Write ARG {name} above, in this stage.");
        if (BaseEnvironment.IsBare(use.Image))
            return WhyElsewhere(name, use) ?? WhyNowhere(name, use);
        // What adds to itself, as in ENV FLAGS="$FLAGS -g", relies on the image.
        if (BaseEnvironment.MaySet(use.Image, name) || _places[name].Any(x => x.Instruction == use.Instruction))
            return null;
        return WhyElsewhere(name, use)
            ?? (BaseEnvironment.IsOfficial(use.Image) && BaseEnvironment.IsOfShell(name) ? WhyNowhere(name, use) : null);
    }

    UnsetReason? WhyElsewhere(string name, VariableUse use)
    {
        var places = _places[name].Where(x => x.Instruction != use.Instruction).ToArray();
        if (places.FirstOrDefault(x => x.Section.Stage?.Index == use.Section.Stage?.Index).Instruction is { } later)
            return new UnsetReason(
                $"line {subject.Dockerfile.Source.PositionOf(later.KeywordSpan.Start).Line} sets that, which stands below",
                $"Move the {later.Keyword} of {name} above this line.");
        if (places.Any(x => x.Section.Stage is null))
            return new UnsetReason(
                "an ARG above the first FROM is seen by FROM lines only",
                $"Write ARG {name} above, in this stage; without a default it takes the one from the top.");
        // An image that nobody knows may set by an ENV of its own what another stage sets by one.
        var isKnown = BaseEnvironment.IsOfficial(use.Image) || use.Image == "scratch";
        return places.FirstOrDefault(x => isKnown || x.Instruction is ArgInstruction).Section is { Stage: { } other }
            ? new UnsetReason(
                $"only the stage '{other}' sets that, and this one is not built on it", $"Set {name} in this stage too.")
            : null;
    }

    static UnsetReason WhyNowhere(string name, VariableUse use) =>
        PlatformArguments.Predefined.Contains(name) ? new UnsetReason(
            "without an ARG only RUN sees that", $"Write ARG {name} above, in this stage.")
        : BaseEnvironment.IsOfShell(name) ? new UnsetReason(
            "a shell sets that, and here is none", $"Write the value itself, or set it above: ENV {name}=….")
        : new UnsetReason(
            $"neither this stage nor '{use.Image?.Replace(FromScope.Unknown, "…")}' sets that",
            $"Set it above, ARG {name}=… or ENV {name}=…; where it may be empty, write ${{{name}:-}}."
            + QuestionOf(name, use));

    // Of the shortest names, each is near to each.
    static string QuestionOf(string name, VariableUse use) =>
        name.Length < 3 ? "" : NearestName.Question(name, use.Visible.Add("PATH"));
}

using System.Globalization;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>A stage can only be copied from when it is done, which this one never would be.</summary>
sealed class CopyFromItself() : LintRule("KLN4005", Severity.Error, "Copy from another stage.", "DL3023", "DS-0006")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
            // Behind ONBUILD, stages of another Dockerfile are meant.
        from copy in section.Instructions.OfType<CopyInstruction>()
        where section.Stage is not null && copy.From?.Value is { } name
            && (name.ToLowerInvariant() == section.Stage.Name
                || name == section.Stage.Index.ToString(CultureInfo.InvariantCulture))
        select Found(
            copy.From!.ValueSpan,
            $"'{copy.From.Value}' is the stage that this COPY is in, and a stage cannot be copied from before it is done.",
            $"Write RUN cp -a {string.Join(' ', copy.Sources.Append(copy.Destination).Select(x => x?.Text))}, "
            + "or name the stage that is meant.");
}

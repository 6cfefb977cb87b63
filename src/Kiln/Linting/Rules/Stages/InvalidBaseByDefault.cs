using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>A file that builds only with the right arguments fails for everybody who does not know them.</summary>
sealed class InvalidBaseByDefault() : LintRule(
    "KLN1010", Severity.Warning, "Let the defaults of arguments make a valid image name.", "InvalidDefaultArgInFrom")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var scope = new FromScope(subject);
        var stages = subject.Stages.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from stage in subject.Stages.Stages
            let image = stage.From.Image
            where image is not null
            let name = scope.Expand(image.Text)
            let shown = name.Text.Replace(FromScope.Unknown, "…")
            let arguments = name.Used.Concat(name.Unset).Except(FromScope.PlatformNames).ToArray()
            where name.Error is null && arguments.Length > 0 && arguments.All(scope.Names.Contains)
            where !stages.Contains(name.Text) && !ImageReference.TryParse(name.Text, out _)
            select Found(
                image.Span,
                name.Text.Length == 0
                    ? $"Without build arguments '{image.Text}' is empty, so there is no image to start from."
                    : $"Without build arguments '{image.Text}' is '{shown}', which names no image.",
                name.Unset.Count > 0
                    ? $"Give {Lists.And([.. name.Unset])} a default: ARG {name.Unset[0]}=…"
                    : $"Give {Lists.And(arguments)} a default that makes a valid name.");
    }
}

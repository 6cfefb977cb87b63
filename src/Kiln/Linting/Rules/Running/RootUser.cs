using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>Whoever takes over a process of root has all rights in the container, and a shorter way out of it.</summary>
sealed class RootUser() : LintRule("KLN5002", Severity.Warning, "Do not run containers as root.", "DL3002", "DS-0002")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from user in ResultUsers.Of(subject)
        where user.Name is "root" or "0"
        select Found(
            user.Word.Span,
            $"The container runs as '{user.Word.Text}', so whoever takes over its process has all rights in it.",
            "Change to a user without rights behind what needs root, for instance with USER 65532:65532.");
}

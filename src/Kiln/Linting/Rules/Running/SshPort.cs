using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>A server for logins is one more thing to guard, and containers have another way in.</summary>
sealed class SshPort() : LintRule("KLN5005", Severity.Warning, "Do not expose SSH.", "DS-0004")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from expose in ExposedPort.Of(subject)
        from port in expose.Ports.Where(x => x.Port == "22").Take(1)
        select Found(
            port.Word.Span,
            $"'{port.Word.Text}' is the port of SSH, a way into the container past what runs it.",
            "Leave it out, and the SSH server too: docker exec and kubectl exec open a shell without one.");
}

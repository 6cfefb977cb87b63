using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>There is no such port, and the build ends there.</summary>
sealed class PortOutOfRange() : LintRule("KLN5004", Severity.Error, "Expose ports up to 65535.", "DL3011", "DS-0008")
{
    const string Highest = "65535";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from expose in ExposedPort.Of(subject)
        let wrong = expose.Ports.Where(x => x.Port.Split('-').Any(IsTooHigh)).Select(x => x.Word).ToArray()
        where wrong.Length > 0
        select Found(
            wrong[0].Span,
            $"{Lists.And([.. wrong.Select(x => x.Text)])} {(wrong.Length == 1 ? "is" : "are")} beyond {Highest}, "
            + "the highest port that there is.",
            "Write the port that the program listens on.");

    static bool IsTooHigh(string port) =>
        port.All(char.IsAsciiDigit) && port.TrimStart('0') is var digits
        && (digits.Length > Highest.Length || (digits.Length == Highest.Length && string.CompareOrdinal(digits, Highest) > 0));
}

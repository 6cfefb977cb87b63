using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>What BuildKit asks of a HEALTHCHECK.</summary>
static partial class HealthcheckRules
{
    public static void Check(HealthcheckInstruction check, SyntaxDiagnostics diagnostics)
    {
        if (check.Arguments.IsEmpty)
            diagnostics.Error(check.KeywordSpan, "HEALTHCHECK needs CMD and a command, or NONE.");
        else if (check.IsNone)
            CheckNone(check, diagnostics);
        else if (!check.Type.Text.Equals("CMD", StringComparison.OrdinalIgnoreCase))
            diagnostics.Error(
                check.Type.Span,
                $"HEALTHCHECK takes CMD and a command, or NONE; not {SyntaxDiagnostics.Quote(check.Type.Text)}.");
        else if (check.Command.IsEmpty || check.JsonItems is [])
            diagnostics.Error(check.Type.Span, "HEALTHCHECK CMD needs a command.");

        foreach (var time in new[] { check.Interval, check.Timeout, check.StartPeriod, check.StartInterval })
            CheckTime(time, diagnostics);
        CheckRetries(check.Retries, diagnostics);
    }

    static void CheckNone(HealthcheckInstruction check, SyntaxDiagnostics diagnostics)
    {
        if (!check.Command.IsEmpty)
            diagnostics.Error(check.Command.Span, "HEALTHCHECK NONE takes no arguments.");
    }

    static void CheckTime(Flag? flag, SyntaxDiagnostics diagnostics)
    {
        if (flag is { Value: { Length: > 0 } value } && !Duration().IsMatch(value))
            diagnostics.Error(
                flag.ValueSpan,
                $"{SyntaxDiagnostics.Quote(value)} is no time for '--{flag.Name}'; write 30s or 1m30s, for instance.");
    }

    static void CheckRetries(Flag? flag, SyntaxDiagnostics diagnostics)
    {
        if (flag is { Value: { Length: > 0 } value } && !IsCount(value))
            diagnostics.Error(
                flag.ValueSpan,
                $"{SyntaxDiagnostics.Quote(value)} is no number for '--{flag.Name}'; write 3, for instance.");
    }

    static bool IsCount(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= 0;

    // As Go's time.ParseDuration reads it; BuildKit refuses negative ones. What is too short is left to BuildKit.
    [GeneratedRegex(@"^\+?(?:0|(?:(?>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)\z")]
    private static partial Regex Duration();
}

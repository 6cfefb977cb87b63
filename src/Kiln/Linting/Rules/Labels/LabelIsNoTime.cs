using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Linting.Rules.Labels;

/// <summary>Images are sorted by the time, which only one form allows for.</summary>
sealed partial class LabelIsNoTime() : LabelFormRule(
    "KLN7006", "Write times as RFC 3339 has them.", "DL3053", LabelForm.Rfc3339)
{
    protected override string Problem => "is no date with a time as in RFC 3339";

    protected override bool IsWellFormed(string value) =>
        Shape().Match(value) is { Success: true } match && IsDate(match.Groups["date"].Value);

    protected override string Wanted(string value) =>
        IsDate(value)
            ? $"the time and its zone too, for instance {value}T09:26:53Z"
            : "date, time and zone, for instance 2026-03-14T09:26:53Z; date -u +%Y-%m-%dT%H:%M:%SZ prints one";

    static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // A second may be the 61st: those that are put in between are times too.
    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
        + @"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\z")]
    private static partial Regex Shape();
}

using System.Globalization;

namespace Kiln.Workflows;

/// <summary>Times as crontab(5) writes them, as far as both hosts read it.</summary>
static class CronText
{
    static readonly (string Name, int Least, int Most)[] Fields = [("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("weekday", 0, 6)];

    internal static string Check(string cron)
    {
        var parts = cron.Split(' ');
        if (parts.Length != Fields.Length)
            throw Refused(cron, "it takes five fields (minute, hour, day, month, weekday) with one blank between them");
        foreach (var (part, field) in parts.Zip(Fields))
        {
            if (!part.Split(',').All(x => IsRange(x, field.Least, field.Most)))
                throw Refused(cron, $"'{part}' is no {field.Name}: it takes numbers from {field.Least} to {field.Most}, '*', '/', '-' and ','");
        }

        return cron;
    }

    // '*', '5', '1-5', each maybe with '/2'.
    static bool IsRange(string text, int least, int most)
    {
        var (range, step) = Cut(text, '/');
        var (first, last) = Cut(range, '-');
        return (step is null || Number(step) is > 0)
            && (range == "*" || (Number(first) is { } from && from >= least && Number(last ?? first) is { } to && to >= from && to <= most));
    }

    static (string First, string? Second) Cut(string text, char separator) => text.IndexOf(separator, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static KilnException Refused(string cron, string reason) => new(ErrorCodes.InvalidPipeline, $"'{cron}' is no time for a schedule: {reason}, as in '17 4 * * 1'.");
}

using System.Text.RegularExpressions;

namespace Kiln.Workflows;

/// <summary>Times as crontab(5) writes them, as far as both hosts read it.</summary>
static partial class CronText
{
    internal static string Check(string cron) => Fields().IsMatch(cron)
        ? cron
        : throw new KilnException(
            ErrorCodes.InvalidPipeline,
            $"'{cron}' is no time for a schedule: it takes five fields (minute, hour, day, month, weekday) of numbers, '*', '/', '-' and ',', as in '17 4 * * 1'.");

    [GeneratedRegex(@"^[0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+$")]
    private static partial Regex Fields();
}

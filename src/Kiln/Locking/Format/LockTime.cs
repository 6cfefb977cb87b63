using System.Globalization;

namespace Kiln.Locking.Format;

/// <summary>A moment as <c>2026-11-25T07:00:00Z</c>. Any zone and fraction of a second is read (RFC 3339).</summary>
static class LockTime
{
    const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    static readonly string[] Forms =
    [
        Form, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text) => DateTimeOffset.TryParseExact(
        text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;
}

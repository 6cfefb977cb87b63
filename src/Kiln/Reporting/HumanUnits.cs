using System.Globalization;

namespace Kiln.Reporting;

/// <summary>Sizes and durations as people read them.</summary>
public static class HumanUnits
{
    /// <summary>Megabytes (10^6 bytes) with one decimal, as registries show them: <c>7.4 MB</c>; less than that in kB or bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };

    /// <summary>Seconds with one decimal, <c>1.3 s</c>; from a minute on <c>2 min 05 s</c>.</summary>
    public static string Duration(TimeSpan time) => time < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s");

    /// <summary>A share in percent with one decimal, <c>98.7 %</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}

using System.Globalization;
using System.Net;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>Values of an image's description that BuildKit or the kernel would refuse in the middle of a build, or take for something else.</summary>
static class ImageValueChecks
{
    const long None = -1;

    // What a container's process can be limited in (github.com/docker/go-units, ulimit.go).
    static readonly string[] Limits =
    [
        "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack",
    ];

    /// <summary>Sentences that say which value of which property cannot be, and what can.</summary>
    internal static IEnumerable<string> ProblemsOf(ImageSpec image)
    {
        var problems = KeyProblems("BuildArgs", image.BuildArgs).Concat(KeyProblems("Labels", image.Labels)).Concat(KeyProblems("Annotations", image.Annotations))
            .Concat(image.ProcessLimits.Select(x => LimitProblem(x.Key, x.Value)).OfType<string>())
            .Concat(image.ExtraHosts.Select(x => HostProblem(x.Key, x.Value)).OfType<string>());
        if (image.SharedMemory is <= 0)
            problems = problems.Append($"its SharedMemory is {image.SharedMemory} bytes. Give it one at least, or leave it out for the engine's own.");
        foreach (var twins in image.Platforms.GroupBy(x => x).Where(x => x.Count() > 1))
            problems = problems.Append($"it names the platform {twins.Key} {twins.Count()} times. Name it once.");
        return problems.Select(x => $"Image '{image.Name}': {x}");
    }

    static IEnumerable<string> KeyProblems(string property, ValueMap<string> values) =>
        from key in values.Keys
        where key.Length == 0 || key.Contains('=') || key.Any(char.IsWhiteSpace)
        select $"its {property} have the name '{key}'. A name has a character at least, no blank and no '='.";

    static string? LimitProblem(string name, string value)
    {
        if (!Limits.Contains(name))
            return $"its ProcessLimits have '{name}', which is no limit.{NearestName.Question(name, Limits)} It can be {string.Join(", ", Limits)}.";
        var isLimit = value.Split(':').Select(NumberOf).ToArray() switch
        {
            [not null] => true,
            [{ } soft, { } hard] => hard == None || (soft != None && soft <= hard),
            _ => false,
        };
        return isLimit
            ? null
            : $"its ProcessLimits say '{name}' = '{value}'. Write the soft limit and the hard one, not below it, as in '1024:4096'; -1 is none.";
    }

    static long? NumberOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= None ? number : null;

    static string? HostProblem(string name, string address) =>
        name.Length == 0 || name.Any(x => char.IsWhiteSpace(x) || x is ':' or '=')
            ? $"its ExtraHosts have '{name}', which is no host's name."
            : address == "host-gateway" || IPAddress.TryParse(address, out _)
                ? null
                : $"its ExtraHosts say '{name}' = '{address}', which is no address. Write one as in '10.0.0.7' or 'fd00::7', or 'host-gateway'.";
}

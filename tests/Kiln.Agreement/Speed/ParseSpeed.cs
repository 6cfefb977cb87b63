using System.Diagnostics;
using Kiln.Dockerfiles;

namespace Kiln.Agreement.Speed;

/// <summary>Times the parser on a megabyte, and what merely cutting the text into lines takes here and now.</summary>
static class ParseSpeed
{
    const int Megabyte = 1_000_000;
    const int Rounds = 20;

    public static void Print()
    {
        var text = SampleDockerfile.OfSize(Megabyte);
        var parsed = Dockerfile.Parse(text);

        var parse = Median(() => Dockerfile.Parse(text));
        var split = Median(() => text.Split('\n'));

        Console.WriteLine($"parse-speed: {text.Length} characters, {parsed.Instructions.Count()} instructions, "
            + $"{parsed.Diagnostics.Count} diagnostics, median of {Rounds}");
        Console.WriteLine($"  parse          {parse:F2} ms, {text.Length / parse / 1000:F0} MB/s");
        Console.WriteLine($"  Split('\\n')    {split:F2} ms, so parsing takes {parse / split:F1} times as long");
    }

    static double Median(Action action)
    {
        for (var i = 0; i < Rounds; i++) // until the runtime has compiled it for good
            action();

        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}

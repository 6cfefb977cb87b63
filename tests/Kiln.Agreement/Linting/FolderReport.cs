using Kiln.Linting;
using Kiln.Linting.Fixing;

namespace Kiln.Agreement.Linting;

/// <summary>Judges all Dockerfiles of a folder, whoever wrote them.</summary>
static class FolderReport
{
    // What is promised: a thousand files in two seconds. Fewer have the same, since most of it then is the start of the program. One thread judges, and
    // its time of the processor is the same however busy the machine is.
    static readonly TimeSpan LimitOfThousand = TimeSpan.FromSeconds(2);

    public static int Print(string folder)
    {
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(x => Path.GetFileName(x).Contains("Dockerfile", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).Select(x => (Path: x, Text: File.ReadAllText(x))).ToArray();
        if (texts.Length == 0)
        {
            Console.Error.WriteLine($"'{folder}' has no file whose name contains 'Dockerfile'.");
            return 2;
        }

        var linter = new Linter();
        var (found, thrown, unstable) = (0, 0, 0);
        var before = Environment.CpuUsage.TotalTime;
        foreach (var (path, text) in texts)
            try
            {
                found += linter.Lint(text, path).Findings.Count;
            }
            catch (Exception exception)
            {
                // Any exception is a fault of a rule; the others are judged all the same.
                thrown++;
                Console.WriteLine($"{path}: {exception}");
            }

        var spent = Environment.CpuUsage.TotalTime - before;
        foreach (var (path, text) in texts)
            if (DockerfileFixer.Fix(linter, text) is var mended && DockerfileFixer.Fix(linter, mended) != mended)
            {
                unstable++;
                Console.WriteLine($"{path}: mended twice gives another text");
            }

        var limit = LimitOfThousand * Math.Max(1, texts.Length / 1000.0);
        Console.WriteLine(
            $"lint-folder: {texts.Length} files, {found} findings, {thrown} threw, {unstable} unstable fixes; judged in {spent.TotalMilliseconds:0} ms of processor time, "
            + $"where {limit.TotalMilliseconds:0} are allowed{(spent > limit ? ": too slow" : "")}");
        return thrown + unstable == 0 && spent <= limit ? 0 : 1;
    }
}

using System.Diagnostics;
using Kiln.Linting;
using Kiln.Linting.Fixing;

namespace Kiln.Agreement.Linting;

/// <summary>Judges all Dockerfiles of a folder, whoever wrote them.</summary>
static class FolderReport
{
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
        var clock = Stopwatch.StartNew();
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

        clock.Stop();
        foreach (var (path, text) in texts)
            if (DockerfileFixer.Fix(linter, text) is var mended && DockerfileFixer.Fix(linter, mended) != mended)
            {
                unstable++;
                Console.WriteLine($"{path}: mended twice gives another text");
            }

        Console.WriteLine($"lint-folder: {texts.Length} files, {found} findings, {thrown} threw, {unstable} unstable fixes; judged in {clock.ElapsedMilliseconds} ms");
        return thrown + unstable == 0 ? 0 : 1;
    }
}

using Kiln.Buildx;
using Kiln.Linting;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Agreement.Hadolint;

/// <summary>Has ShellCheck judge what hadolint has it judge.</summary>
static class ScriptVerdicts
{
    /// <summary>Whether it finds anything; nothing is judged where ShellCheck is not on PATH.</summary>
    public static IReadOnlyDictionary<HadolintVerdict, bool> Judge(IReadOnlyList<HadolintVerdict> verdicts)
    {
        if (verdicts.Count == 0 || ExecutableFinder.FromEnvironment().Find("shellcheck") is null)
            return new Dictionary<HadolintVerdict, bool>();
        var folder = Directory.CreateTempSubdirectory("kiln-agreement-").FullName;
        try
        {
            var request = new LintRequest
            {
                Images = [.. verdicts.Select((x, i) => new ImageSpec($"verdict-{i}", folder) { InlineDockerfile = x.Text + "\n" })],
                Folders = new BuildFolders(folder, Path.Combine(folder, "artifacts"), Path.Combine(folder, "temp")),
            };
            var reports = ImageLinter.JudgeAsync(request, new Silence(), CancellationToken.None).GetAwaiter().GetResult().Reports;
            return verdicts.Zip(reports).ToDictionary(
                x => x.First, x => x.Second.Findings.Any(y => y.Rule.StartsWith("SC", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    sealed class Silence : IReporter
    {
        public void Information(string message) { }

        public void Warning(string message) => Console.Error.WriteLine(message);
    }
}

using Kiln.Reporting;

namespace Kiln.Buildx.Progress;

/// <summary>
/// Groups that the page of a job folds (docs.github.com, workflow commands). What a step prints must not be taken for a command of
/// the build's own, so commands are stopped around it, until a word that no step can know.
/// </summary>
sealed class GitHubGroups(IReporter reporter, Func<string> secretWord) : IGroupWriter
{
    public void Begin(string group) => reporter.Raw($"::group::{group}");

    public void Write(FinishedStep step)
    {
        reporter.Information(step.Line);
        if (step.Output.Count == 0)
            return;
        var word = secretWord();
        reporter.Raw($"::stop-commands::{word}");
        foreach (var line in step.Output)
            reporter.Raw($"          {line}");
        reporter.Raw($"::{word}::");
    }

    public void End(string group) => reporter.Raw("::endgroup::");
}

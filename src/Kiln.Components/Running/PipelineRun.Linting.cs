using Kiln.Advising;
using Kiln.Linting;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    (IReadOnlyList<LintReport> Reports, LintOptions Options)? _judged;

    internal async Task LintAsync(ILint build)
    {
        if (build is IStartEngine engine && WillRun(nameof(IStartEngine.StartEngine)))
            AskForEngineAndCommit(engine);
        try
        {
            await TellFindingsAsync(build);
        }
        catch
        {
            if (_provider is { } unused)
                await unused.DisposeAsync();
            throw;
        }
    }

    internal void FixDockerfiles(ILint build)
    {
        foreach (var line in LintSummary.FixedLines(ImageLinter.Fix(RequestOf(build))))
            _reporter.Information(line);
    }

    internal void Advise(ILint build)
    {
        foreach (var line in ImageAdviser.Advise(RequestOf(build)))
            _reporter.Information(line);
    }

    async Task TellFindingsAsync(ILint build)
    {
        var (reports, options) = await JudgeAsync(build);
        foreach (var line in LintSummary.Lines(reports))
            _reporter.Information(line);
        // Where a check run shows the findings at their lines, the runner's annotations would show them once more.
        if (Variables.GetValueOrDefault("GITHUB_ACTIONS") == "true" && !_hasCheckRun)
            foreach (var line in LintSummary.GitHubCommands(reports))
                _reporter.Raw(line);
        ImageLinter.RequirePassed(reports, options);
    }

    // Once for all targets that tell of it.
    async Task<(IReadOnlyList<LintReport> Reports, LintOptions Options)> JudgeAsync(ILint build)
    {
        if (_judged is { } known)
            return known;
        var request = RequestOf(build);
        var judgement = await ImageLinter.JudgeAsync(request, _reporter, CancellationToken.None);
        // Reports that git does not ignore would make the tree dirty.
        if (_commit.IsValueCreated)
            await _commit.Value;
        judgement.Write(request.Folders);
        _judged = (judgement.Reports, request.Options);
        return _judged.Value;
    }

    LintRequest RequestOf(ILint build)
    {
        var empty = new LintRequest { Images = [], Folders = FoldersOf(build) };
        return build.LintSettings(build.LintSettingsBase(empty));
    }
}

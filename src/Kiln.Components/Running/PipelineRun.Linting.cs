using Kiln.Advising;
using Kiln.Linting;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    internal async Task LintAsync(ILint build)
    {
        if (build is IStartEngine engine && WillRun(nameof(IStartEngine.StartEngine)))
            AskForEngineAndCommit(engine);
        try
        {
            Lint(RequestOf(build));
        }
        catch
        {
            if (_provider is { } unused)
                await unused.DisposeAsync();
            throw;
        }
    }

    void Lint(LintRequest request)
    {
        var reports = ImageLinter.Judge(request);
        // Reports that git does not ignore would make the tree dirty.
        _ = _commit.IsValueCreated ? Commit : null;
        ImageLinter.WriteReports(request, reports);
        foreach (var line in LintSummary.Lines(reports))
            _reporter.Information(line);
        if (Variables.GetValueOrDefault("GITHUB_ACTIONS") == "true")
            foreach (var line in LintSummary.GitHubCommands(reports))
                _reporter.Raw(line);
        ImageLinter.RequirePassed(reports, request.Options);
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

    LintRequest RequestOf(ILint build)
    {
        var empty = new LintRequest { Images = [], Folders = FoldersOf(build) };
        return build.LintSettings(build.LintSettingsBase(empty));
    }
}

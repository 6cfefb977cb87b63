using Kiln.Linting.Files;
using Kiln.Linting.Fixing;
using Kiln.Linting.Programs;
using Kiln.Linting.Reports;
using Kiln.Linting.Rules;
using Kiln.Reporting;

namespace Kiln.Linting;

/// <summary>Judges the Dockerfiles of images, and mends what can be mended without a decision.</summary>
public static class ImageLinter
{
    /// <summary>
    /// Reads and judges each Dockerfile; reports are written by who is given the answer. ShellCheck judges the scripts of RUNs where it is there; one that does not
    /// answer is told to <paramref name="reporter"/>, and fails nothing.
    /// </summary>
    /// <exception cref="KilnException">
    /// A context or a Dockerfile is missing (KILN1002, KILN1001), a file is no Dockerfile (KILN1061), options name unknown rules (KILN1060) or a ShellCheck
    /// that is not there (KILN3002).
    /// </exception>
    public static async Task<LintJudgement> JudgeAsync(LintRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        var linter = new Linter(request.Options);
        var files = JudgedFile.Of(request);
        var answers = await new ScriptJudge(request.Folders, request.Options, reporter).JudgeAsync(files, cancellationToken);
        return new LintJudgement([.. files.Select(x => x.Judge(linter, answers))], linter.AllRules, answers.Shortfall);
    }

    /// <summary>Applies all safe fixes to the files, each written in one step; what they do not touch stays byte for byte.</summary>
    /// <returns>For each file that changed, what was mended.</returns>
    public static IReadOnlyList<LintReport> Fix(LintRequest request)
    {
        var linter = new Linter(request.Options);
        var changed = new List<LintReport>();
        foreach (var file in JudgedFile.Of(request).Where(x => x.File is not null))
        {
            var before = file.Judge(linter);
            var text = file.Images.Aggregate(file.Text, (text, image) => DockerfileFixer.Fix(linter, text, file.Path, image));
            if (text == file.Text)
                continue;
            file.File!.Replace(text);
            changed.Add(before with { Findings = [.. before.Findings.Where(x => x.Fix is not null)] });
        }

        return changed;
    }

    /// <summary>Throws where findings are so severe that the build may not go on.</summary>
    /// <exception cref="KilnException">With code KILN3040.</exception>
    public static void RequirePassed(IReadOnlyList<LintReport> reports, LintOptions options)
    {
        var failed = reports.Where(x => x.CountFrom(options.FailsAt) > 0).ToArray();
        if (failed.Length == 0)
            return;

        var count = failed.Sum(x => x.CountFrom(options.FailsAt));
        throw new KilnException(
            ErrorCodes.LintFailed,
            $"{count} {(count == 1 ? "finding" : "findings")} of severity {LintText.NameOf(options.FailsAt)} in {string.Join(", ", failed.Select(x => x.Source.Path))} "
            + $"(told above). Mend {(count == 1 ? "it" : "them")}; './build.sh FixDockerfiles' mends what is safe to mend{HowToIgnore(failed, options)}.");
    }

    // What cannot be parsed cannot be ignored either.
    static string HowToIgnore(IEnumerable<LintReport> failed, LintOptions options) =>
        failed.SelectMany(x => x.Findings).FirstOrDefault(x => x.Severity >= options.FailsAt && x.Rule != SyntaxRule.Id) is { } finding
            ? $". Or ignore one with a comment above its line: # kiln ignore={finding.Rule}"
            : "";
}

using Kiln.Buildx;
using Kiln.Linting.Files;
using Kiln.Linting.Scripts;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Linting.Programs;

/// <summary>Has ShellCheck judge the scripts of Dockerfiles: one process for all that it did not judge before, none when nothing changed.</summary>
sealed class ScriptJudge(BuildFolders folders, LintOptions options, IReporter reporter)
{
    const string Absent = "ShellCheck is not on PATH, so Kiln's rules judged the scripts of RUNs alone.";

    /// <summary>Looks for it. Default: where the build itself would look.</summary>
    public ExecutableFinder Finder { get; init; } = ExecutableFinder.FromEnvironment();

    string Folder => Path.Combine(folders.Temporary, "lint", "shellcheck");

    /// <summary>Never fails for what ShellCheck does; a ShellCheck that does not answer is a warning. KILN3002 where one is named that is not there.</summary>
    public async Task<ScriptAnswers> JudgeAsync(IEnumerable<JudgedFile> files, CancellationToken cancellationToken)
    {
        if (ShellCheckProgram.Find(options.ShellCheck, folders.Root, Finder) is not { } program)
            return options.ShellCheck is ShellCheckUse.OnPath ? ScriptAnswers.Without(Absent) : ScriptAnswers.None;

        var store = new AnswerStore(Folder, program);
        var scripts = files.SelectMany(x => x.Scripts(options)).DistinctBy(x => x.Digest).ToArray();
        var answers = new Dictionary<Digest, IReadOnlyList<ShellCheckComment>>();
        foreach (var script in scripts)
            if (store.Find(script) is { } known)
                answers.Add(script.Digest, known);

        var unknown = scripts.Where(x => !answers.ContainsKey(x.Digest)).ToArray();
        if (unknown.Length == 0)
            return new ScriptAnswers(answers);
        var (comments, failure) = await new ShellCheckProgram(program, Folder).AskAsync(unknown, cancellationToken);
        if (failure is not null)
            reporter.Warning(failure);
        foreach (var script in comments is null ? [] : unknown)
        {
            store.Keep(script, comments![script.Digest]);
            answers.Add(script.Digest, [.. comments[script.Digest]]);
        }

        store.Tidy();
        return new ScriptAnswers(answers, failure);
    }
}

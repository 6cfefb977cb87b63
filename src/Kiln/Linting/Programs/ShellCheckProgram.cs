using System.Globalization;
using System.Text.Json;
using Kiln.Linting.Scripts;
using Kiln.Processes;

namespace Kiln.Linting.Programs;

/// <summary>ShellCheck as it lies on this machine. It is given files, all of them in one process, and starts nothing of what stands in them.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="folder">Where the scripts lie while it reads them.</param>
sealed class ShellCheckProgram(string path, string folder)
{
    // It reads a script in milliseconds, and one of thousands of lines in seconds.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Its manual page, "Return values": 0 nothing found, 1 something; with 3 or 4 it did not understand the question.
    static readonly int[] Answered = [0, 1];
    static readonly int[] NotUnderstood = [3, 4];

    readonly CommandRunner _runner = new();

    /// <summary>The program that is meant; null where there is none, and none has to be. KILN3002 where one is named that is not there.</summary>
    public static string? Find(ShellCheckUse use, string root, ExecutableFinder finder) => use switch
    {
        ShellCheckUse.OnPath => finder.Find("shellcheck"),
        ShellCheckUse.Program { Path: var named } => finder.Find(named, root) ?? throw new KilnException(
            ErrorCodes.ProgramNotFound,
            $"ShellCheck is not there: LintOptions.ShellCheck names '{named}', which is neither a program in '{root}' nor one on PATH. "
            + "Install it (https://github.com/koalaman/shellcheck#installing), or let ShellCheckUse.WhenFound do without."),
        _ => null,
    };

    /// <summary>What it says of each script; or why it says nothing, in one sentence.</summary>
    public async Task<(ILookup<Digest, ShellCheckComment>? Comments, string? Failure)> AskAsync(
        IReadOnlyList<RunScript> scripts, CancellationToken cancellationToken)
    {
        var work = Path.Combine(folder, $"scripts-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            foreach (var (index, script) in scripts.Index())
                await File.WriteAllTextAsync(Path.Combine(work, NameOf(index)), script.Text.Text, cancellationToken);
            return Read(scripts, await _runner.RunAsync(CommandFor(scripts.Count, work), cancellationToken));
        }
        catch (KilnException exception)
        {
            // It took too long or cannot run on this machine. What it would have said is advice, so a build can do without.
            return (null, FailureOf(exception.Message.Split('\n')[0]));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // Settings of this machine, or of a file above the folder, would make it tell everybody something else.
    Command CommandFor(int count, string work) => new(
        path, ["--norc", "--format=json1", "--severity=style", .. Enumerable.Range(0, count).Select(NameOf)])
    {
        WorkingDirectory = work,
        Environment = [new("SHELLCHECK_OPTS", null), new("LC_ALL", "C.UTF-8")],
        Timeout = Patience,
        OnFailure = FailureHandling.Return,
    };

    (ILookup<Digest, ShellCheckComment>?, string?) Read(IReadOnlyList<RunScript> scripts, CommandResult result)
    {
        if (!Answered.Contains(result.ExitCode))
            return (null, FailureOf($"it ended with exit code {result.ExitCode} ({FirstLineOf(result)})", NotUnderstood.Contains(result.ExitCode)));
        try
        {
            var digests = scripts.Index().ToDictionary(x => NameOf(x.Index), x => x.Item.Digest);
            var output = JsonSerializer.Deserialize(result.Output, ShellCheckJson.Default.ShellCheckOutput)!;
            return (output.Comments.Where(x => digests.ContainsKey(x.File)).ToLookup(x => digests[x.File]), null);
        }
        catch (JsonException exception)
        {
            return (null, FailureOf($"what it wrote cannot be read ({exception.Message})"));
        }
    }

    // Short: command lines have an end.
    static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);

    string FailureOf(string what, bool isOld = false) =>
        $"ShellCheck ('{path}') did not judge the scripts of RUNs: {what.TrimEnd('.')}. "
        + (isOld ? "It seems to be older than 0.7: take a newer one" : "Try it by hand, or take another version")
        + ", or do without it by LintOptions.ShellCheck = ShellCheckUse.Never.";

    static string FirstLineOf(CommandResult result) => result.ErrorOutput.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "it said nothing";
}

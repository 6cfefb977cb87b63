using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Scanning.Programs;

/// <summary>A scanner that is a program on this machine: how it is found, what it gets to see, and what is told when it fails.</summary>
/// <param name="Title">As people call it: <c>Trivy</c>.</param>
/// <param name="Path">The program: a path, or a name on <c>PATH</c>.</param>
/// <param name="HowToGet">A sentence for those who do not have it.</param>
/// <param name="OwnVariables">Variables of the build that it may see, beside those that any program needs.</param>
sealed record ScannerProgram(string Title, string Path, string HowToGet, ValueList<string> OwnVariables)
{
    const int LinesTold = 5;

    /// <summary>KILN4002 where it is not there.</summary>
    internal Task RequireAsync() => ExecutableFinder.FromEnvironment().Find(Path) is null
        ? throw new KilnException(
            ErrorCodes.ScannerMissing,
            $"The scanner {Title} is not there: neither a program at '{Path}' nor one of that name on PATH. {HowToGet} "
            + "Nothing was looked at yet. With 'IScan.Scanners => []' Kiln's own checks remain, which need no tool and know no vulnerabilities.")
        : Task.CompletedTask;

    /// <summary>A command of it: in the subject's folder, where no settings of the checkout decide what it tells, and without the build's variables.</summary>
    internal Command Command(ScanSubject subject, ValueList<string> arguments) => new(Path, arguments)
    {
        Environment = ScannerEnvironment.For(OwnVariables, subject.WorkFolder, Environment.GetEnvironmentVariables().Keys.Cast<string>()),
        WorkingDirectory = subject.WorkFolder,
        OnFailure = FailureHandling.Return,
    };

    internal KilnException Failed(ScanSubject subject, string what, CommandResult result)
    {
        var lines = (result.ErrorOutput + "\n" + result.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LinesTold);
        return new KilnException(
            ErrorCodes.ScannerFailed,
            $"{Title} failed on '{subject.Image.Name}' ({subject.Details.Platform}): {what}. Its last lines:\n  {string.Join("\n  ", lines)}\n"
            + "Nothing was judged, so nothing counts as passed.");
    }

    internal KilnException OtherImage(ScanSubject subject, string? seen) => new(
        ErrorCodes.WrongImageScanned,
        $"{Title} was given '{subject.Image.Name}' for {subject.Details.Platform}, whose id is {subject.Details.ConfigDigest}, and its report is about "
        + $"{seen ?? "no image"}. Nothing of it counts; report this with {Title}'s version.");
}

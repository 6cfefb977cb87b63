using Kiln.Receipts;

namespace Kiln.Reporting;

/// <summary>What a build had to do and what caches spared it, in words.</summary>
static class WorkText
{
    const int FilesShown = 3;

    /// <summary>The time that cached steps took when they last ran; with <c>&gt;</c> where that is not known of all, and <c>-</c> of none.</summary>
    internal static string Saved(WorkReceipt work) => work.SecondsSaved is { } seconds
        ? $"{(work.CachedOfUnknownTime > 0 ? "> " : "")}{HumanUnits.Duration(TimeSpan.FromSeconds(seconds))}"
        : "-";

    /// <summary>Why the first step that was in no cache was not: null where all were.</summary>
    internal static string? Miss(WorkReceipt work) => work.Miss is { } miss ? $"{InstructionText.Short(miss.Step)}: {Reason(miss)}" : null;

    /// <summary>The same with the image's name: one line, or none where all were.</summary>
    internal static IEnumerable<string> Misses(Receipt receipt) => Miss(receipt.Work) is { } miss ? [$"{receipt.Name}: {miss}"] : [];

    static string Reason(MissReceipt miss) => miss.Cause switch
    {
        MissCause.File => $"{Listed(miss)} changed",
        MissCause.Mode => $"the mode of {Listed(miss)} changed",
        MissCause.Argument => $"the {(miss.Changed.Count == 1 ? "argument" : "arguments")} {Listed(miss)} changed",
        MissCause.Base => $"what it is made from changed: {Listed(miss)}",
        MissCause.Instruction => $"the Dockerfile changed, {Listed(miss)}",
        MissCause.Setting => $"how it runs changed: {Listed(miss)}",
        MissCause.Platform => $"{Listed(miss)} is new",
        MissCause.Builder => $"another builder: {Listed(miss)}",
        MissCause.Asked => $"stage {Listed(miss)} is built anew each time",
        MissCause.FirstBuild => "no earlier build of the image on this machine is known",
        _ => "not known why; nothing that Kiln knows of changed since the last build, so the cache may have been emptied",
    };

    static string Listed(MissReceipt miss) =>
        string.Join(", ", miss.Changed.Take(FilesShown)) + (miss.Changed.Count > FilesShown ? $" and {miss.Changed.Count - FilesShown} more" : "");
}

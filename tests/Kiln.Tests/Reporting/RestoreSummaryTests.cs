using System.Runtime.CompilerServices;
using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Needs;
using Kiln.Locking.Resolution;
using Kiln.Locking.Restoring;
using Kiln.Reporting;
using Kiln.Tests.Locking;

namespace Kiln.Tests.Reporting;

public class RestoreSummaryTests
{
    static ImageStep Step(string image, int line, bool hasNetwork) =>
        new(image, new InputPlace($"{image}/Dockerfile", line), "RUN x", hasNetwork);

    static RestoredInputs Quiet => new()
    {
        Policy = SourcePolicy.Everything,
        Lock = LockSamples.Full,
        Count = 4,
        Duration = TimeSpan.FromMilliseconds(240),
    };

    static RestoredInputs Loud => Quiet with
    {
        Diff = LockDiff.Between(KilnLock.Empty, LockSamples.Full with { Actions = [], Tools = [] }),
        Stale = [new StaleInput(LockSamples.Golang, LockSamples.Digest('a'), LockSamples.Digest('f'))],
        Unused = [new UnusedEntry(LockSection.Images, "docker.io/library/old:1"), new UnusedEntry(LockSection.Urls, "https://example.com/old")],
        Unconfirmed = [$"golang:1.24@{LockSamples.Digest('a')}: nothing listens at 127.0.0.1:9"],
        Floating = [new FloatingInput("alpine:edge", "tested against tomorrow's packages")],
        Steps = [Step("api", 3, true), Step("api", 4, false), Step("api", 9, true), Step("web", 2, false), Step("job", 5, true)],
        Duration = TimeSpan.FromSeconds(72),
    };

    [Fact]
    public void A_person_sees_what_is_pinned_and_what_is_not() => Check(
        [
            .. RestoreSummary.Lines(Quiet, "kiln.lock"),
            .. RestoreSummary.Warnings(Quiet, "kiln.lock"),
            "",
            .. RestoreSummary.Lines(Loud, "kiln.lock"),
            .. RestoreSummary.Warnings(Loud, "kiln.lock").Select(x => $"warning: {x}"),
        ],
        "RestoreSummary.txt");

    // With UPDATE_SNAPSHOTS=1 the file is written instead.
    static void Check(IEnumerable<string> lines, string fileName, [CallerFilePath] string testFile = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, fileName);
        var actual = string.Concat(lines.Select(x => x + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, actual);

        Assert.Equal(File.ReadAllText(file), actual);
    }
}

using Kiln.Components;
using Nuke.Common;
using Testing;

partial class Build
{
    TestTotals? _totals;

    Target Test => _ => _
        .Description("Runs the tests of each change; ends with a line 'N passed, N failed, N skipped'")
        .Executes(() => TestAsync(leavesOut: true));

    Target TestAll => _ => _
        .Description("Runs all tests, also those that take long: what a release has to pass")
        .Executes(() => TestAsync(leavesOut: false));

    async Task TestAsync(bool leavesOut)
    {
        var reports = RootDirectory / "artifacts" / "reports" / "tests";
        _totals = await new TestRun(RootDirectory, reports, EngineFolders, new SerilogReporter(), leavesOut).RunAsync();
        Assert.True(_totals.Failed == 0 && _totals.Passed > 0, $"Tests failed: {_totals}");
    }

    /// <summary>The last line of a test run, behind the closing table: what CI reads.</summary>
    protected override void OnBuildFinished()
    {
        if (_totals is not null)
            Console.WriteLine(_totals);
    }
}

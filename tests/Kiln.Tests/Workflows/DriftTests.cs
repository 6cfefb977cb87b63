using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Workflows;
using Kiln.Workflows.Drift;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class DriftTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    WorkflowRequest Request(params string[] names) => new()
    {
        Root = _folder.Path,
        Facts = SamplePipelines.Facts,
        Pipelines = [.. names.Select(x => Pipeline(new Job(x, "Scan")) with { Name = x })],
    };

    void Generate(params string[] names) => new WorkflowFolder(_folder.Path).Apply(Request(names).Compare());

    [Fact]
    public void What_was_written_is_found_again_and_what_is_no_longer_made_is_deleted()
    {
        Generate("one", "two");
        Assert.Empty(Request("one", "two").Compare());
        _folder.Write(".github/workflows/own.yml", "name: mine\n");

        Generate("one");

        Assert.Equal(["one.yml", "own.yml"], Directory.GetFiles(_folder[".github/workflows"]).Select(Path.GetFileName).Order());
        Assert.DoesNotContain("two:", File.ReadAllText(_folder[".gitlab-ci.yml"]));
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_touched()
    {
        _folder.Write(".github/workflows/one.yml", "name: mine\n");

        var error = Assert.Throws<KilnException>(() => Generate("one"));

        Assert.Equal(ErrorCodes.WorkflowNotOurs, error.Code);
        Assert.Contains("'.github/workflows/one.yml'", error.Message);
        Assert.Equal("name: mine\n", File.ReadAllText(_folder[".github/workflows/one.yml"]));
        Assert.False(File.Exists(_folder[".gitlab-ci.yml"]));
    }

    [Fact]
    public void An_edit_by_hand_is_shown_as_a_diff_with_the_way_to_keep_it()
    {
        Generate("one");
        var file = _folder[".github/workflows/one.yml"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("timeout-minutes: 60", "timeout-minutes: 5"));

        var changes = Request("one").Compare();
        var error = DriftMessage.Of(changes);

        Assert.Equal(ErrorCodes.WorkflowDiffers, error.Code);
        Assert.True(error.IsUsage);
        Assert.Contains("  .github/workflows/one.yml: differs\n", error.Message);
        Assert.Contains("--- a/.github/workflows/one.yml\n+++ b/.github/workflows/one.yml\n@@ -", error.Message);
        Assert.Contains("\n-    timeout-minutes: 5\n+    timeout-minutes: 60\n", error.Message);
        Assert.Contains("Extra of the job", error.Message);
    }

    [Fact]
    public void Files_for_a_host_that_was_switched_off_since_are_no_longer_made()
    {
        Generate("one");
        _folder.Write("templates/own.yml", "name: mine\n");

        Assert.Equal([(".github/workflows/one.yml", "no longer made")], (Request("one") with { GitHub = null }).Compare().Select(x => (x.Path, x.Kind)));
        Assert.Equal([(".gitlab-ci.yml", "no longer made")], (Request("one") with { GitLab = null }).Compare().Select(x => (x.Path, x.Kind)));
        _folder.Write(".gitlab-ci.yml", "include: []\n");
        Assert.Empty((Request("one") with { GitLab = null }).Compare());
    }

    [Fact]
    public void Line_ends_of_this_machine_are_not_in_the_diff()
    {
        Generate("one");
        var file = _folder[".github/workflows/one.yml"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("timeout-minutes: 60", "timeout-minutes: 5").Replace("\n", "\r\n"));

        var diff = Assert.Single(Request("one").Compare()).Diff;

        Assert.DoesNotContain("\r", diff, StringComparison.Ordinal);
        Assert.Equal(2, diff.Split('\n').Count(x => x.StartsWith("-  ", StringComparison.Ordinal) || x.StartsWith("+  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_form_of_the_same_is_told_apart_and_line_ends_of_this_machine_are_none()
    {
        Generate("one");
        var file = _folder[".github/workflows/one.yml"];
        var text = File.ReadAllText(file);

        File.WriteAllText(file, text.Replace("\n", "\r\n"));
        Assert.Empty(Request("one").Compare());
        File.WriteAllText(file, text.Replace("branches: [main]", "branches:\n      - 'main'"));
        Assert.Equal("differs in form only", Assert.Single(Request("one").Compare()).Kind);
    }

    [Fact]
    public void A_bot_s_newer_pin_is_no_drift_and_is_read_back_but_no_other_commit_for_a_version_that_is_known()
    {
        Generate("one", "two");
        var file = _folder[".github/workflows/one.yml"];
        var text = File.ReadAllText(file);
        var (known, bumped) = ("3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", new string('e', 40) + " # v7.10.0");
        void Write(string name, string pin) => File.WriteAllText(_folder[$".github/workflows/{name}.yml"], text.Replace("one", name).Replace(known, pin));

        Write("one", bumped);
        Assert.Equal("actions/checkout@v7.10.0", Assert.Single(Request("one", "two").FindBumps()).Key);
        // The other file has the older one still.
        Assert.Equal(".github/workflows/two.yml", Assert.Single(Request("one", "two").Compare()).Path);
        Write("two", bumped);
        Assert.Empty(Request("one", "two").Compare());

        Write("two", new string('f', 40) + " # v7.0.1");
        Assert.Contains($"-      - uses: actions/checkout@{new string('f', 40)}", Assert.Single(Request("one", "two").Compare()).Diff);
        Write("two", new string('f', 40) + " # v7.10.0");
        Assert.Empty(Request("one", "two").FindBumps());
        Write("two", new string('f', 40) + " # v6.9.9");
        Write("one", new string('e', 40) + " # v6.9.9");
        Assert.Empty(Request("one", "two").FindBumps());
    }

    [Fact]
    public async Task A_diff_is_what_patch_reads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || ExecutableFinder.FromEnvironment().Find("patch") is null, "There is no patch here.");
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            var before = string.Concat(Enumerable.Range(0, 60).Select(x => $"line {random.Next(5)}\n"));
            var after = string.Concat(before.Split('\n').SkipLast(1).Where(_ => random.Next(9) > 0).Select(x => random.Next(9) == 0 ? $"{x}\nnew {random.Next()}\n" : $"{x}\n"));
            _folder.Write("file", before);
            _folder.Write("diff", UnifiedDiff.Of("file", before, after));

            await new CommandRunner().RunAsync(new Command("patch", ["-p1", "-i", "diff"]) { WorkingDirectory = _folder.Path });

            Assert.Equal(after, File.ReadAllText(_folder["file"]));
        }
    }
}

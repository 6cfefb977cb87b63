using System.Text.RegularExpressions;
using Kiln.Engine.Tests.Runs;
using Nuke.Common;
using Serilog;

namespace Kiln.Engine.Tests.Output;

public sealed class ConsoleTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void Help_lists_targets_and_parameters()
        => Snapshot.Equals(_repository.Run<Sample>("--help", x => x.Compile).Output, "help.txt");

    [Fact]
    public void Help_is_also_shown_when_there_is_nothing_to_run()
    {
        var run = _repository.Run<Sample>();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Default is '<none>'.", run.Output);
    }

    [Fact]
    public void A_run_ends_with_a_table_and_the_outcome()
        => Snapshot.Equals(_repository.Run<Sample>("Publish --skip Restore").Output, "success.txt");

    [Fact]
    public void A_failure_is_repeated_at_the_end()
    {
        var run = _repository.Run<Sample>("AfterBroken");

        Snapshot.Equals(Regex.Replace(run.Output, @"^   at .*\n", "", RegexOptions.Multiline), "failure.txt");
    }

    [Fact]
    public void Colours_follow_the_terminal_even_when_redirected()
    {
        _repository.WithVariable("TERM", "xterm-256color");

        var run = _repository.Run<Sample>("Publish");

        Snapshot.Equals(run.Output.Replace("\e", "<ESC>"), "colours.txt");
    }

    [Fact]
    public void Empty_lines_are_zero_width_spaces_and_columns_are_padded_with_no_break_spaces()
    {
        var run = _repository.Run<Sample>("Publish");

        Assert.Contains("\n\u200B\n═", run.RawOutput);
        Assert.Contains("Compile\u00A0\u00A0", run.RawOutput);
    }

    [Theory]
    [InlineData("Verbose", "VRB DBG INF WRN ERR")]
    [InlineData("Normal", "DBG INF WRN ERR")]
    [InlineData("Minimal", "WRN ERR")]
    [InlineData("Quiet", "ERR")]
    public void Verbosity_filters_log_lines_but_not_headers_and_table(string verbosity, string levels)
    {
        var run = _repository.Run<Sample>($"Talk --verbosity {verbosity}");

        Assert.Equal(
            levels, string.Join(" ", Regex.Matches(run.Output, @"00:00:00 \[(...)\]").Select(x => x.Groups[1].Value)));
        Assert.Contains("║ Talk", run.Output);
        Assert.Contains("[WRN] Talk: warning text", run.Output);
        Assert.Contains("Talk               Succeeded", run.Output);
    }

    [Fact]
    public void No_logo_suppresses_the_only_line_of_the_engine()
    {
        Assert.StartsWith("Kiln Engine ", _repository.Run<Sample>("Restore").Output);
        Assert.DoesNotContain("Kiln Engine", _repository.Run<Sample>("Restore --no-logo").Output);
    }

    [Fact]
    public void Parts_can_be_switched_off()
    {
        var run = _repository.Run<Silent>("X");

        Assert.Equal("[INF] only this\n", run.Output);
    }

    [Fact]
    public void The_log_is_kept_in_files_and_five_older_ones_stay()
    {
        Directory.CreateDirectory(_repository.At(".nuke/temp"));
        for (var i = 1; i <= 7; i++)
            _repository.WithFile($".nuke/temp/build.2020-01-0{i}_00-00-00.log", "");

        _repository.Run<Sample>("Talk --verbosity Quiet");

        Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} \| V \| Talk                 \| verbose", File.ReadAllText(_repository.At(".nuke/temp/build.log")));
        Assert.Equal(6, Directory.GetFiles(_repository.At(".nuke/temp"), "build.*.log").Length);
        Assert.False(File.Exists(_repository.At(".nuke/temp/build.2020-01-02_00-00-00.log")));
    }

    [Fact]
    public void The_plan_is_a_page_that_needs_nothing_from_elsewhere()
    {
        var run = _repository.Run<Sample>("--plan", x => x.Publish);
        var page = File.ReadAllText(_repository.At(".nuke/temp/execution-plan.html"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Execution plan: {_repository.At(".nuke/temp/execution-plan.html")}", run.Output);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("href=", page);
        Snapshot.Equals(page, "plan.html");
    }

    public void Dispose() => _repository.Dispose();

    class Sample : NukeBuild
    {
        [Parameter("Configuration to build, which is described here at such a length that the text needs a second line.")]
        public readonly string Configuration = "Debug";

        [Parameter] public readonly int Retries;

        public Target Restore => _ => _.Description("Gets packages").Executes(() => { });

        public Target Compile
            => _ => _.DependsOn(Restore).Executes(() => Log.Information("Compiling {Configuration}", Configuration));

        public Target Publish => _ => _
            .Description("Sends <it> away")
            .DependsOn(Compile)
            .Executes(() =>
            {
                Log.Warning("Slow {Network}", "network");
                ReportSummary(_ => new() { ["Files"] = "3", ["Size"] = "1 MB" });
            });

        public Target Broken
            => _ => _.After(Publish).Executes(() => throw new InvalidOperationException("does not work"));

        public Target AfterBroken => _ => _.DependsOn(Broken).Unlisted().Executes(() => { });

        public Target Talk => _ => _
            .TriggeredBy(AfterBroken)
            .Executes(() =>
            {
                Log.Verbose("verbose");
                Log.Debug("debug");
                Log.Information("information");
                Log.Warning("warning {Text}", "text");
                Log.Error("error");
            });
    }

    [DisableDefaultOutput]
    class Silent : NukeBuild
    {
        public Target X => _ => _.Executes(() => Log.Information("only this"));
    }
}

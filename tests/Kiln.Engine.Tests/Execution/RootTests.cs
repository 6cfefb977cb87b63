using Kiln.Engine.Tests.Runs;
using Nuke.Common;

namespace Kiln.Engine.Tests.Execution;

public sealed class RootTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void The_root_is_found_by_walking_up()
    {
        var deep = Directory.CreateDirectory(_repository.At("a/b")).FullName;

        _repository.RunIn<Rooted>(deep, ["X"]);

        Assert.Equal(_repository.Root, Rooted.Seen);
        Assert.True(Directory.Exists(_repository.At(".nuke/temp")));
    }

    [Fact]
    public void Without_a_mark_there_is_one_line_and_an_exit_code()
    {
        var outside = Directory.CreateTempSubdirectory("kiln-outside-");

        var run = _repository.RunIn<Rooted>(outside.FullName, ["X"]);
        outside.Delete();

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(
            $"Could not locate '.nuke' directory while walking up from '{outside}'. " +
            "Either create a directory to mark the root directory, or add '--root [path]' to the invocation.\n",
            run.Output);
    }

    [Fact]
    public void Root_without_a_value_is_the_working_directory()
    {
        var deep = Directory.CreateDirectory(_repository.At("a/b")).FullName;

        _repository.RunIn<Rooted>(deep, ["X", "--root"]);

        Assert.Equal(deep, Rooted.Seen);
        Assert.True(Directory.Exists(Path.Combine(deep, ".nuke", "temp")));
    }

    [Fact]
    public void A_given_root_is_relative_to_the_working_directory()
    {
        var deep = Directory.CreateDirectory(_repository.At("a/b")).FullName;

        _repository.RunIn<Rooted>(deep, ["X", "--root", ".."]);

        Assert.Equal(_repository.At("a"), Rooted.Seen);
    }

    [Fact]
    public void An_old_style_file_is_refused()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(_repository.At("old")).FullName, ".nuke"), "x");

        var run = _repository.RunIn<Rooted>(_repository.At("old"), ["X"]);

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("The old-style .nuke configuration is no longer supported", run.Output);
    }

    [Fact]
    public void An_unknown_host_is_one_line_with_the_known_ones()
    {
        var run = _repository.Run<Rooted>("X --host nowhere");

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("Host 'nowhere' does not exist. Available hosts are: ", run.Output);
        Assert.Contains("Terminal", run.Output);
        Assert.Single(run.Output.Trim().Split('\n'));
    }

    [Fact]
    public void A_host_is_found_by_the_end_of_its_name()
    {
        var run = _repository.Run<Rooted>("X --host execution.terminal");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Terminal", Rooted.HostName);
    }

    public void Dispose() => _repository.Dispose();

    class Rooted : NukeBuild
    {
        public static string? Seen { get; private set; }

        public static string? HostName { get; private set; }

        public Target X => _ => _.Executes(() =>
        {
            Seen = RootDirectory;
            HostName = Host.GetType().Name;
        });
    }
}

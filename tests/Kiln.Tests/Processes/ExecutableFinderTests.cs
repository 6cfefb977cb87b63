using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class ExecutableFinderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_first_executable_on_the_path_is_found()
    {
        Write("plain/tool", UnixFileMode.UserRead);
        var expected = Write("first/tool", UnixFileMode.UserExecute);
        Write("second/tool", UnixFileMode.UserExecute);

        var finder = new ExecutableFinder(string.Join(':', new[] { "none", "plain", "first", "second" }.Select(x => _folder[x])));

        Assert.Equal(expected, finder.Find("tool"));
    }

    [Fact]
    public void A_path_is_relative_to_the_working_directory_and_ignores_PATH()
    {
        var expected = Write("bin/tool", UnixFileMode.UserExecute);
        var finder = new ExecutableFinder(null);

        Assert.Equal(expected, finder.Find("./tool", _folder["bin"]));
        Assert.Equal(expected, finder.Find(expected));
        Assert.Null(finder.Find("tool", _folder["bin"]));
    }

    [Fact]
    public void A_folder_is_not_a_program()
    {
        Directory.CreateDirectory(_folder["bin/tool"]);

        Assert.Null(new ExecutableFinder(_folder["bin"]).Find("tool"));
    }

    string Write(string relative, UnixFileMode mode)
    {
        var file = _folder.Write(relative, "");
        File.SetUnixFileMode(file, mode);
        return file;
    }

    public void Dispose() => _folder.Dispose();
}

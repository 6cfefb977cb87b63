namespace Kiln.Tests.Linting.Programs;

/// <summary>A ShellCheck that counts how often it is asked, and says what a test wants to hear. Unix only.</summary>
sealed class FakeShellCheck
{
    readonly TemporaryFolder _folder;

    public FakeShellCheck(TemporaryFolder folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is a script for a shell of Unix.");
        _folder = folder;
        Says(Quoting("0", 4), 1);
    }

    public string Path => _folder["tools/shellcheck"];

    public int Calls => File.Exists(_folder["tools/calls"]) ? File.ReadAllLines(_folder["tools/calls"]).Length : 0;

    /// <summary>The arguments of the last call.</summary>
    public string Arguments => File.ReadAllLines(_folder["tools/calls"])[^1];

    public static string Quoting(string file, int line) =>
        $$"""{"file":"{{file}}","line":{{line}},"endLine":{{line}},"column":6,"endColumn":8,"level":"info","code":2086,"message":"Double quote it.","fix":null}""";

    public void Says(string comments, int exitCode) => Does($$"""echo '{"comments":[{{comments}}]}'; exit {{exitCode}}""");

    public void Does(string command)
    {
        _folder.Write("tools/shellcheck", $"#!/bin/sh\necho \"$*\" >>'{_folder["tools/calls"]}'\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

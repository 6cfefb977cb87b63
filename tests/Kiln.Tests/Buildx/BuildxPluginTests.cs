using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class BuildxPluginTests : IDisposable
{
    const string Program = "\x7fELF";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_of_the_configuration_come_first_then_the_users_then_those_of_all()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the client always starts it.");
        var (extra, own, all) = (Plugin("extra"), Plugin("docker/cli-plugins"), Plugin("system"));
        _folder.Write("docker/config.json", $$"""{ "cliPluginsExtraDirs": ["{{_folder["none"]}}", "{{_folder["extra"]}}"] }""");

        Assert.Equal(extra, Guess());
        File.SetUnixFileMode(extra, UnixFileMode.UserRead); // nobody can start it
        Assert.Equal(own, Guess());
        File.Delete(own);
        Assert.Equal(all, Guess());
        File.Delete(all);
        Assert.Null(Guess());
    }

    [Theory]
    [InlineData("#!/bin/sh\nexec sudo docker \"$@\"\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Behind_a_script_or_nothing_nothing_is_guessed(string? docker)
    {
        Plugin("system");

        Assert.Null(Guess(docker));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "cliPluginsExtraDirs": null }""")]
    [InlineData("""{ "cliPluginsExtraDirs": [1, null, ""] }""")]
    public void A_configuration_that_names_no_folder_takes_none_away(string configuration)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the client always starts it.");
        _folder.Write("docker/config.json", configuration);
        var plugin = Plugin("system");

        Assert.Equal(plugin, Guess());
    }

    string Plugin(string folder)
    {
        var plugin = _folder.Write($"{folder}/docker-buildx", Program);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return plugin;
    }

    string? Guess(string? docker = Program)
    {
        if (docker is not null)
            _folder.Write("docker-client", docker);
        return new BuildxPlugin(_folder["docker/config.json"], [_folder["system"]]).GuessFor(_folder["docker-client"]);
    }
}

using System.IO.Compression;

namespace Kiln.EndToEnd.Bootstrap;

public sealed class EngineTests : IDisposable
{
    readonly Checkout _checkout = new();

    public EngineTests()
    {
        _checkout.Variables["NUKE_ENGINE"] = null;
        _checkout.Variables["NUGET_PACKAGES"] = _checkout.PathOf("packages");
        Directory.CreateDirectory(_checkout.PathOf("feed"));
        UseFeed("feed");
    }

    [Fact]
    public async Task Is_the_embedded_one_when_the_feed_lacks_the_package_and_this_is_noted_and_said_once()
    {
        var first = await _checkout.RunAsync("engine");
        var second = await _checkout.RunAsync("engine");

        Assert.StartsWith("build.sh: The engine is embedded: the package feeds lack NUKE's packages", first.Errors);
        Assert.Equal("embedded\n", File.ReadAllText(_checkout.PathOf(".nuke/temp/nuke-engine")));
        Assert.Equal(new Outcome(0, "build/bin/embedded/Debug/net10.0/_build.dll\n", ""), second);
    }

    [Fact]
    public async Task Is_nuke_when_the_feed_has_the_packages()
    {
        WritePackages();

        var outcome = await _checkout.RunAsync("engine");

        Assert.Equal("build/bin/nuke/Debug/net10.0/_build.dll\n", outcome.Output);
        Assert.Equal("nuke\n", File.ReadAllText(_checkout.PathOf(".nuke/temp/nuke-engine")));
    }

    [Fact]
    public async Task Is_the_embedded_one_for_this_run_only_when_the_feed_does_not_answer()
    {
        UseFeed("http://127.0.0.1:9/v3/index.json");

        var outcome = await _checkout.RunAsync("engine");

        Assert.Contains("the package feeds could not be asked, so the next run asks again", outcome.Errors);
        Assert.Equal("build/bin/embedded/Debug/net10.0/_build.dll\n", outcome.Output);
        Assert.False(File.Exists(_checkout.PathOf(".nuke/temp/nuke-engine")));
    }

    [Fact]
    public async Task Is_asked_for_again_when_the_feeds_changed()
    {
        await _checkout.RunAsync("engine");
        WritePackages();

        UseFeed("./feed");

        Assert.Equal("build/bin/nuke/Debug/net10.0/_build.dll\n", (await _checkout.RunAsync("engine")).Output);
    }

    [Fact]
    public async Task Fails_in_one_line_when_nuke_is_demanded_and_cannot_be_restored()
    {
        _checkout.Variables["NUKE_ENGINE"] = "nuke";

        var outcome = await _checkout.RunAsync("engine");

        const string Message =
            "build.sh: NUKE_ENGINE is 'nuke', but the package feeds cannot restore NUKE's packages: " +
            "add a feed that has Nuke.Common and Nuke.Components to NuGet.config, or set NUKE_ENGINE=embedded.\n";
        Assert.Equal(new Outcome(2, "", Message), outcome);
    }

    public void Dispose() => _checkout.Dispose();

    void UseFeed(string address) => _checkout.Write("NuGet.config", $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="only" value="{address}" allowInsecureConnections="true" />
          </packageSources>
        </configuration>
        """);

    // Packages without content: whether they can be restored is all that is asked.
    void WritePackages()
    {
        foreach (var name in new[] { "Nuke.Common", "Nuke.Components" })
        {
            using var package = ZipFile.Open(_checkout.PathOf($"feed/{name}.10.1.0.nupkg"), ZipArchiveMode.Create);
            using var specification = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open());
            specification.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata>
                    <id>{name}</id>
                    <version>10.1.0</version>
                    <authors>A test</authors>
                    <description>Only its name and version count.</description>
                  </metadata>
                </package>
                """);
        }
    }
}

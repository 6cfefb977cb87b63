using System.Net.NetworkInformation;
using System.Text.Json;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci.Registries;

namespace Kiln.EndToEnd.Packages;

/// <summary>Somebody who never cloned Kiln.</summary>
public sealed class ConsumerTests(PipelineFixture fixture)
{
    const string Project = "build/_build.csproj";
    const string Reference = "<PackageReference Include=\"Kiln.Components.Embedded\"";

    readonly PackageFeed _feed = fixture.Packages;

    [Fact]
    public async Task Two_commands_lead_from_an_empty_folder_to_an_image_in_a_registry()
    {
        Assert.SkipWhen(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(x => x.Port == 5000), "Port 5000 is somebody's, and the template's registry is there.");
        await fixture.GetAsync(); // skips where no engine can run
        using var consumer = await Consumer.MakeAsync(_feed);

        (await consumer.RunAsync("dotnet", "new", "kiln")).Succeeded();
        var outcome = (await consumer.RunAsync("build.sh", "DockerBuild", "Push")).Succeeded();
        using var client = new RegistryClient();
        var manifest = await client.FindManifestAsync(ImageReference.Parse("127.0.0.1:5000/app:uncommitted"));
        (await consumer.RunAsync("build.sh", "StopEngine")).Succeeded();

        Assert.Contains($"Kiln Engine {await _feed.VersionAsync()} (NUKE API 10.1.0)", outcome.Output);
        Assert.Equal(outcome.Digest, manifest?.Digest.ToString());
    }

    [Fact]
    public async Task What_a_build_is_made_of_tools_read_between_its_lines()
    {
        await fixture.GetAsync(); // skips where no engine can run, as packages are made by one
        using var consumer = await Consumer.MakeAsync(_feed);
        (await consumer.RunAsync("dotnet", "new", "kiln")).Succeeded();

        var lines = (await consumer.RunAsync("build.sh", "Describe", "--no-logo", "--describe-plan", "Push")).Succeeded().Output.Split('\n').Select(x => x.TrimEnd('\r')).ToList();
        using var described = JsonDocument.Parse(string.Join('\n', lines[lines.IndexOf("{")..(lines.LastIndexOf("}") + 1)]));

        Assert.Equal(2, described.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("app", Assert.Single(described.RootElement.GetProperty("images").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("Push", described.RootElement.GetProperty("plan").EnumerateArray().Last().GetString());
    }

    [Fact]
    public async Task What_is_in_a_folder_stays_and_is_named()
    {
        using var consumer = await Consumer.MakeAsync(_feed);
        consumer.Write("build.sh", "mine\n");
        consumer.Write("app/Dockerfile", "FROM mine\n");

        var outcome = await consumer.RunAsync("dotnet", "new", "kiln");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("build.sh", outcome.Output);
        Assert.Contains("app/Dockerfile", outcome.Output);
        Assert.Equal(["app/Dockerfile", "build.sh"], Directory.EnumerateFiles(consumer.Folder, "*", SearchOption.AllDirectories).Select(x => Path.GetRelativePath(consumer.Folder, x)).Order());
        Assert.Equal("mine\n", File.ReadAllText(consumer.PathOf("build.sh")));
    }

    [Fact]
    public async Task Two_engines_are_one_error_before_anything_is_compiled()
    {
        using var consumer = await Consumer.MakeAsync(_feed);
        (await consumer.RunAsync("dotnet", "new", "kiln")).Succeeded();
        // NUKE's packages are on no feed here; which assembly it is, its name says.
        File.Copy(typeof(ImageSpec).Assembly.Location, consumer.PathOf("build", "Nuke.Common.dll"));
        consumer.Replace(Project, Reference, $"<Reference Include=\"Nuke.Common.dll\" />\n    {Reference}");

        var outcome = await consumer.RunAsync("build.sh", "DockerBuild");

        outcome.Failed(1, "error KILN1050: _build.csproj has two engines: Kiln.Engine of Kiln.Components.Embedded, and NUKE's own \\(Nuke.Common\\)");
        Assert.Single(outcome.Output.Split('\n'), x => x.Contains("error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_versions_are_named()
    {
        using var consumer = await Consumer.MakeAsync(_feed);
        (await consumer.RunAsync("dotnet", "new", "kiln")).Succeeded();
        consumer.PublishAs(await _feed.PathAsync("Kiln"), "77.0.0");
        consumer.Replace(Project, Reference, $"<PackageReference Include=\"Kiln\" Version=\"77.0.0\" />\n    {Reference}");

        var outcome = await consumer.RunAsync("build.sh", "DockerBuild");

        var version = await _feed.VersionAsync();
        outcome.Failed(1, $"error KILN1051: _build.csproj has several versions of Kiln: (?=.*Kiln 77\\.0\\.0)(?=.*Kiln\\.Engine {version})(?=.*Kiln\\.Components\\.Embedded {version})");
    }
}

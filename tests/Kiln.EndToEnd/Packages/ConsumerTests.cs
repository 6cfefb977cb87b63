using System.Net.NetworkInformation;
using System.Text.Json;
using Kiln.EndToEnd.Inputs;
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
    public async Task What_the_guide_says_leads_from_an_empty_folder_to_an_image_in_a_registry_and_to_the_files_of_a_CI_host()
    {
        Assert.SkipWhen(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(x => x.Port == 5000), "Port 5000 is somebody's, and the template's registry is there.");
        await fixture.GetAsync(); // skips where no engine can run
        using var consumer = await Consumer.MakeAsync(_feed);
        var commands = Guide.Commands("getting-started.md").Where(x => !x.StartsWith("dotnet new install", StringComparison.Ordinal)).ToArray();

        var outcomes = new List<Outcome>();
        foreach (var command in commands)
            outcomes.Add((await consumer.RunAsync("sh", "-c", command)).Succeeded());
        using var client = new RegistryClient();
        var manifest = await client.FindManifestAsync(ImageReference.Parse("127.0.0.1:5000/app:uncommitted"));
        var left = await consumer.RunAsync("git", "status", "--porcelain");
        (await consumer.RunAsync("build.sh", "StopEngine")).Succeeded();

        Assert.Equal(["dotnet new kiln", "./build.sh DockerBuild Push", "git init", "git add . && git commit -m \"Build images by Kiln\"", "./build.sh GenerateWorkflow"], commands);
        Assert.Contains($"Kiln Engine {PackageFeed.Version} (NUKE API 10.1.0)", outcomes[1].Output);
        Assert.Equal(outcomes[1].Digest, manifest?.Digest.ToString());
        Assert.Equal("?? .github/\n", left.Output);
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
    public async Task A_repository_that_is_there_keeps_its_files_and_its_own_images_are_built()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var consumer = await Consumer.MakeAsync(_feed, machine.Variables);
        consumer.Write(".gitignore", "*.log\n");
        consumer.Write("global.json", "{ }\n");
        consumer.Write("src/api/Dockerfile", "FROM scratch\nCOPY api.txt /\nUSER 65532:65532\n");
        consumer.Write("src/api/api.txt", "api\n");
        var before = consumer.Read();

        (await consumer.RunAsync("dotnet", "new", "kiln")).Succeeded();
        (await consumer.RunAsync("sh", "-c", "git init --quiet && git add . && git commit --quiet --message here")).Succeeded();
        var kept = consumer.Read().Where(x => before.ContainsKey(x.Key)).ToDictionary();
        // Its applications are made by an SDK that this machine lacks; its build has one of its own.
        consumer.Write("global.json", """{ "sdk": { "version": "8.0.100", "rollForward": "latestPatch" } }""");
        (await consumer.RunAsync("git", "commit", "--quiet", "--all", "--message", "sdk")).Succeeded();
        var built = (await consumer.RunAsync("build.sh", "Scan")).Succeeded();
        var again = (await consumer.RunAsync("build.sh", "Scan", "GenerateWorkflow")).Succeeded();
        var left = await consumer.RunAsync("git", "status", "--porcelain");
        Directory.Delete(consumer.PathOf("src"), recursive: true);
        Directory.Delete(consumer.PathOf("app"), recursive: true);
        var none = (await consumer.RunAsync("build.sh", "DockerBuild")).Succeeded();
        (await consumer.RunAsync("build.sh", "StopEngine")).Succeeded(); // its registry has the port that other builds of the template want

        Assert.Equal(before, kept);
        Assert.Contains("Scanned   api: passed", built.Output);
        Assert.DoesNotContain("app (linux/amd64)", built.Output);
        Assert.DoesNotContain("-dirty", again.Output);
        Assert.Equal("?? .github/\n", left.Output);
        Assert.Contains("global-json-file: build/global.json", File.ReadAllText(consumer.PathOf(".github", "workflows", "images.yml")));
        Assert.Contains("There is no image to build: no Dockerfile was found, or the build describes none. './build.sh Scaffold' writes Dockerfiles", none.Output);
    }

    [Fact]
    public async Task What_the_template_would_overwrite_stays_and_all_of_it_is_named()
    {
        using var consumer = await Consumer.MakeAsync(_feed);
        foreach (var file in (string[])["build.sh", "build/Build.cs", "app/Dockerfile", ".gitignore", "global.json"])
            consumer.Write(file, $"mine: {file}\n");
        consumer.Write("global.json", "{ }\n");
        var before = consumer.Read();

        var outcome = await consumer.RunAsync("dotnet", "new", "kiln");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Equal(before, consumer.Read());
        Assert.Equal(
            ["app/Dockerfile", "build.sh", "build/Build.cs"],
            outcome.Output.Split('\n').Where(x => x.Contains("Overwrite ", StringComparison.Ordinal)).Select(x => x.Trim().Split(' ')[^1].TrimStart('.', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task On_NUKE_itself_the_project_references_the_other_package_and_is_the_same_beside_that()
    {
        using var consumer = await Consumer.MakeAsync(_feed);
        (await consumer.RunAsync("dotnet", "new", "kiln")).Succeeded();
        var embedded = consumer.Read();

        (await consumer.RunAsync("dotnet", "new", "kiln", "--engine", "nuke", "--force")).Succeeded();
        var nuke = consumer.Read();

        Assert.Contains($"    <PackageReference Include=\"Kiln.Components\" Version=\"{PackageFeed.Version}\" />\n", nuke[Project]);
        Assert.Equal(embedded[Project].Replace("Kiln.Components.Embedded", "Kiln.Components"), nuke[Project]);
        Assert.Equal(embedded.Keys.Order(), nuke.Keys.Order());
        Assert.All(embedded.Keys.Where(x => x != Project), x => Assert.Equal(embedded[x], nuke[x]));
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
        consumer.PublishAs(await _feed.PathAsync("Kiln"), "Kiln", "77.0.0");
        consumer.Replace(Project, Reference, $"<PackageReference Include=\"Kiln\" Version=\"77.0.0\" />\n    {Reference}");

        var outcome = await consumer.RunAsync("build.sh", "DockerBuild");

        outcome.Failed(1, $"error KILN1051: _build.csproj has several versions of Kiln: (?=.*Kiln 77\\.0\\.0)(?=.*Kiln\\.Engine {PackageFeed.Version})(?=.*Kiln\\.Components\\.Embedded {PackageFeed.Version})");
    }
}

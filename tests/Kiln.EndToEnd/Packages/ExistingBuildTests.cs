using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Packages;

/// <summary>Kiln beside a NUKE build that was there before. NUKE is on no feed here, so what it runs on is Kiln's engine, under the name that the template adds.</summary>
public sealed class ExistingBuildTests(PipelineFixture fixture)
{
    const string Project = "build/_build.csproj";

    [Fact]
    public async Task The_template_adds_file_and_package_and_says_what_is_left_to_do_and_then_it_compiles_and_runs()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var consumer = await StartAsync("stock-nuke", machine);
        var after = consumer.Read();
        File.Delete(consumer.PathOf("build", "Build.Containers.cs"));
        consumer.Replace("build/Build.cs", "using Kiln.Components;\n", "");
        consumer.Replace("build/Build.cs", "partial class Build", "class Build");
        consumer.Replace("build/Build.cs", "public Target Restore => _ => _\n        .Inherit<IRestoreInputs>(x => x.Restore)\n", "Target Restore => _ => _\n");

        var added = (await consumer.RunAsync("dotnet", "new", "kiln-existing", "-o", "build")).Succeeded();
        var untouched = await consumer.RunAsync("dotnet", "build", "build", "--nologo");
        consumer.Replace("build/Build.cs", "class Build", "partial class Build");
        var halfway = await consumer.RunAsync("dotnet", "run", "--project", "build", "--", "DockerBuild");
        consumer.Write("build/Build.cs", after["build/Build.cs"]);
        var done = (await consumer.RunAsync("dotnet", "run", "--project", "build", "--", "DockerBuild")).Succeeded();

        Assert.Equal(after["build/Build.Containers.cs"], consumer.Read()["build/Build.Containers.cs"]);
        Assert.Contains($"<PackageReference Include=\"Kiln.Components\" Version=\"{PackageFeed.Version}\" />", consumer.Read()[Project]);
        Assert.Contains("Write 'partial class Build : NukeBuild'", added.Output);
        Assert.Contains("public Target Restore => _ => _.Inherit<IRestoreInputs>(x => x.Restore)", added.Output);
        untouched.Failed(1, "Build.cs.*error CS0260");
        halfway.Failed(255, "Property 'Restore' must be marked public to override inherited member from:\n - IRestoreInputs");
        Assert.Matches(@"(?s)Inputs    0 locked.*Restoring packages.*Image     app", done.Output);
    }

    [Fact]
    public async Task Beside_NUKE_s_components_both_restore_as_one_target_and_images_come_after_tests()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var consumer = await StartAsync("existing-nuke", machine);
        consumer.Write("build/NukeComponents.cs", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Packages", "NukeComponents.txt")));
        consumer.Replace(Project, "  <ItemGroup>\n", $"  <ItemGroup>\n    <PackageReference Include=\"Kiln.Components\" Version=\"{PackageFeed.Version}\" />\n");

        var outcome = (await consumer.RunAsync("dotnet", "run", "--project", "build", "--", "DockerBuild")).Succeeded();

        Assert.Matches(@"(?s)Ran NUKE's Restore.*Inputs    0 locked.*Ran Compile.*Ran Test for 1 projects.*Image     app", outcome.Output);
    }

    // The sample without references to packages that are on no feed.
    async Task<Consumer> StartAsync(string sample, DockerMachine machine)
    {
        var consumer = await Consumer.MakeAsync(fixture.Packages, machine.Variables);
        consumer.Copy(Path.Combine(Repository.Root, "samples", sample));
        consumer.PublishAs(await fixture.Packages.PathAsync("Kiln.Components.Embedded"), "Kiln.Components", PackageFeed.Version);
        consumer.Write(Project, string.Join('\n', consumer.Read()[Project].Split('\n').Where(x => !x.Contains("<PackageReference", StringComparison.Ordinal))));
        return consumer;
    }
}

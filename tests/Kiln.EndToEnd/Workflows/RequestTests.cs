using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Packages;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Workflows;

/// <summary>What a job for a pull request tells it, by the build of somebody who references the packages.</summary>
public sealed class RequestTests(PipelineFixture fixture)
{
    [Fact]
    public async Task A_comment_is_written_once_and_changed_when_the_gate_refuses_and_left_when_nothing_is_built()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var server = new GitHubServer();
        using var consumer = await MakeAsync(machine, server);

        Write(consumer, "COPY app.txt /app.txt");
        (await consumer.RunAsync("build.sh", "Scan", "Comment")).Succeeded();
        var passed = Assert.Single(server.Written);
        Write(consumer, "COPY app.txt /id_rsa");
        var refused = await consumer.RunAsync("build.sh", "Scan", "Comment");
        var told = Assert.Single(server.Written);
        Write(consumer, "COPY nowhere.txt /app.txt");
        var failed = await consumer.RunAsync("build.sh", "Scan", "Comment");

        Assert.Matches(@"\| app \|.*\| passed \|", passed);
        refused.Failed(1, "NAMES-1");
        Assert.Contains("Commented https://github.example.com/acme/shop/pull/7#issuecomment-1", refused.Output);
        Assert.Matches(@"\| app \|.*\| refused \|", told);
        Assert.Contains("Built for commit fedcba9876543210fedcba9876543210fedcba98.", told);
        Assert.NotEqual(0, failed.ExitCode);
        Assert.DoesNotContain("Commented", failed.Output);
        Assert.Equal(told, Assert.Single(server.Written));
    }

    [Fact]
    public async Task A_token_without_permission_is_a_warning_that_names_it_and_the_run_succeeds()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var server = new GitHubServer { IsForFork = true };
        using var consumer = await MakeAsync(machine, server);
        Write(consumer, "COPY app.txt /app.txt");

        var commented = (await consumer.RunAsync("build.sh", "Scan", "Comment")).Succeeded();
        var cleaned = (await consumer.RunAsync("build.sh", "CleanUp")).Succeeded();

        Assert.Matches(@"::warning::.*No comment was written to pull request 7 of 'acme/shop': the token in GITHUB_TOKEN lacks the permission 'pull-requests: write'", commented.Output);
        Assert.Contains("### What changes about the images", server.Page);
        Assert.Matches(@"::warning::.*GitHub's cache of acme/shop.*lacks the permission 'actions: read'", cleaned.Output);
    }

    async Task<Consumer> MakeAsync(DockerMachine machine, GitHubServer server)
    {
        var consumer = await Consumer.MakeAsync(fixture.Packages, new(machine.Variables.Concat(server.Variables)));
        (await consumer.RunAsync("dotnet", "new", "kiln", "--noSample", "true")).Succeeded();
        Directory.CreateDirectory(consumer.PathOf("tools"));
        File.Copy(Path.Combine(Repository.Root, "samples", "custom", "tools", "names.sh"), consumer.PathOf("tools", "names.sh"));
        consumer.Write("app/app.txt", "hello\n");
        consumer.Write("build/Build.cs", """
            using Kiln;
            using Kiln.Components;
            using Kiln.Processes;
            using Kiln.Scanning;
            using Kiln.Scanning.Custom;
            using Nuke.Common;

            class Build : NukeBuild, IContainerPipeline
            {
                public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

                IEnumerable<ImageSpec> IHazImages.Images => [new("app", RootDirectory / "app")];

                IEnumerable<RegistryNamespace> IHazRegistries.Registries => [];

                IEnumerable<IScanner> IScan.Scanners =>
                    [new CommandScanner(new CommandRunner(), "names", (string)(RootDirectory / "tools" / "names.sh"), "{layout}", "{report}") { Version = "1" }];

                CachePolicy IHazCache.Cache => CachePolicy.None;
            }

            """);
        return consumer;
    }

    static void Write(Consumer consumer, string step) => consumer.Write("app/Dockerfile", $"FROM scratch\n{step}\nUSER 65532:65532\n");
}

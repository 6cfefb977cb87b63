using Kiln.Components.Running;
using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests.Running;

/// <summary>What GenerateWorkflow says beside the files that it writes.</summary>
[Collection(nameof(HostVariables))]
public sealed class GenerationTests : IDisposable
{
    readonly GitHubJob _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public void A_registry_that_goes_with_the_machine_of_a_CI_host_is_a_warning() =>
        Assert.Contains(Warnings("127.0.0.1:5000", new GitHubHost(), null), x => x.StartsWith("warning: The registry '127.0.0.1:5000' is on the machine that pushes", StringComparison.Ordinal));

    [Fact]
    public void One_on_another_machine_is_none() =>
        Assert.DoesNotContain(Warnings("harbor.example.com/acme", new GitHubHost(), null), x => x.Contains("on the machine that pushes", StringComparison.Ordinal));

    [Fact]
    public void In_jobs_of_GitLab_s_the_one_that_comes_with_the_repository_is_another() =>
        Assert.DoesNotContain(Warnings(null, null, new GitLabHost()), x => x.Contains("on the machine that pushes", StringComparison.Ordinal));

    IEnumerable<string> Warnings(string? registry, GitHubHost? gitHub, GitLabHost? gitLab)
    {
        var build = new PushingBuild(_job.Folder, registry, gitHub, gitLab);
        PipelineRun.Of(build).GenerateWorkflow(build);
        return _job.Lines.Where(x => x.StartsWith("warning: ", StringComparison.Ordinal));
    }

    sealed class PushingBuild(string folder, string? registry, GitHubHost? gitHub, GitLabHost? gitLab) : NukeBuild, IPush, IGenerateWorkflow
    {
        IEnumerable<ImageSpec> IHazImages.Images => [new("api", "api")];

        IEnumerable<RegistryNamespace> IHazRegistries.Registries => [registry is null ? RegistryNamespace.OfRemote(((IHazCommit)this).Commit?.RemoteUrl) : RegistryNamespace.Parse(registry)];

        GitHubHost? IHazPipelines.GitHub => gitHub;

        GitLabHost? IHazPipelines.GitLab => gitLab;

        AbsolutePath IHazLock.LockFile => (AbsolutePath)folder / "kiln.lock";

        Configure<WorkflowRequest> IHazPipelines.WorkflowSettings => _ => _ with { Root = folder };
    }
}

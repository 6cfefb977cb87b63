using Kiln.Components.Running;
using Kiln.Workflows.GitLab;
using Nuke.Common;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests.Running;

public sealed class JobImageTests
{
    [Fact]
    public void Images_of_GitLab_s_jobs_are_inputs_that_the_lock_has_to_hold_but_for_those_with_a_digest()
    {
        var build = new LabBuild();

        var inputs = PipelineRun.Of(build).RequestOf((IRestoreInputs)build).Others;

        var image = Assert.Single(inputs, x => x.Key.StartsWith("docker.io/library/docker:", StringComparison.Ordinal));
        Assert.Equal(("docker.io/library/docker:28.5.2-cli", "the build's GitLabHost.Engine"), (image.Key, image.Place.ToString()));
    }

    sealed class LabBuild : NukeBuild, IContainerPipeline
    {
        IEnumerable<ImageSpec> IHazImages.Images => [new("api", "api")];

        IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["harbor.example.com/acme"];

        GitLabHost IHazPipelines.GitLab => new() { Engine = GitLabEngine.DockerInDocker("docker:28.5.2-cli", $"docker:28.5.2-dind@sha256:{new string('a', 64)}") };
    }
}

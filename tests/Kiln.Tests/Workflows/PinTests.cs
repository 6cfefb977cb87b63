using Kiln.Locking;
using Kiln.Workflows;
using Kiln.Workflows.GitLab;
using Kiln.Workflows.Pins;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

/// <summary>Others' code runs by what nobody can move, wherever a pipeline names it.</summary>
public sealed class PinTests
{
    static readonly Job Scan = new("scan", "Scan");

    static void Refused(Job job, string name)
    {
        var error = Assert.Throws<KilnException>(() => OfGitHub(Pipeline(job)));
        Assert.Equal(ErrorCodes.ActionNotPinned, error.Code);
        Assert.Contains($"'{name}'", error.Message);
        Assert.Contains("MayFloat = true", error.Message);
    }

    [Fact]
    public void A_service_has_a_digest_or_floats_by_name()
    {
        var service = new ServiceContainer("db", ImageReference.Parse("postgres"));

        Refused(Scan with { Services = [service] }, "docker.io/library/postgres");
        Assert.Contains("image: docker.io/library/postgres\n", OfGitHub(Pipeline(Scan with { Services = [service with { MayFloat = true }] })));
    }

    [Theory]
    [InlineData("{ uses: actions/setup-node@v6 }", "actions/setup-node@v6")]
    [InlineData("{ uses: acme/thing@main, with: { image: alpine } }", "acme/thing@main")]
    [InlineData("{ uses: 'docker://alpine:3' }", "docker://alpine:3")]
    public void A_raw_step_has_a_commit_or_floats_by_name(string step, string name)
    {
        Refused(Scan with { Before = [new Step.Raw(step, null)] }, name);
        Assert.Contains(name, OfGitHub(Pipeline(Scan with { Before = [new Step.Raw(step, null) { MayFloat = true }] })));
    }

    [Fact]
    public void What_is_in_the_repository_or_pinned_or_a_program_s_own_affair_is_taken()
    {
        var pinned = "acme/thing@" + new string('c', 40);

        Assert.Contains(pinned, OfGitHub(Pipeline(Scan with { Before = [new Step.Raw($"{{ uses: {pinned}, with: {{ image: alpine, uses: x }} }}", null), new Step.Raw("{ uses: ./own }", null)] })));
    }

    [Fact]
    public void An_Extra_is_looked_through()
    {
        Job With(string gitHub = "a", string gitLab = "a", bool mayFloat = false) => Scan with
        {
            Extra = new() { GitHub = new Dictionary<string, string> { ["container"] = gitHub }, GitLab = new Dictionary<string, string> { ["image"] = gitLab }, MayFloat = mayFloat },
        };
        var digest = "@sha256:" + new string('b', 64);

        Refused(With("alpine", $"a{digest}"), "alpine");
        Refused(With("{ image: alpine }", $"a{digest}"), "alpine");
        Refused(With($"a{digest}", "{ name: debian }"), "debian");
        Assert.Contains("container: alpine\n", OfGitHub(Pipeline(With("alpine", mayFloat: true))));
        Assert.Contains("image: $CI_REGISTRY_IMAGE/tools\n", OfGitLab(Pipeline(With($"a{digest}", "$CI_REGISTRY_IMAGE/tools"))));
    }

    [Fact]
    public void Images_of_GitLab_s_jobs_have_the_lock_s_digest()
    {
        var (client, engine) = (Digest.OfBytes([1]), Digest.OfBytes([2]));
        var content = KilnLock.Empty with
        {
            Images = new Dictionary<string, LockedImage>
            {
                ["docker.io/library/docker:28.5.2-cli"] = new(client, [Platform.LinuxAmd64], DateTimeOffset.UnixEpoch),
                ["docker.io/library/docker:28.5.2-dind"] = new(engine, [Platform.LinuxAmd64], DateTimeOffset.UnixEpoch),
            },
        };

        var text = OfGitLab(
            Pipeline(Scan), new() { Engine = GitLabEngine.DockerInDocker("docker:28.5.2-cli", "docker:28.5.2-dind") }, SamplePipelines.Facts with { Pins = WorkflowPins.Known.With(content) });

        Assert.Contains($"image: docker.io/library/docker:28.5.2-cli@{client}\n", text);
        Assert.Contains($"name: docker.io/library/docker:28.5.2-dind@{engine}\n", text);
    }
}

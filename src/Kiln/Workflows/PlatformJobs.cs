using Kiln.Buildx;
using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>Jobs that build for a platform each, on a machine of that platform where hosts have one, and hand their layouts on.</summary>
public static class PlatformJobs
{
    const string Layouts = "artifacts/platforms";

    /// <summary>
    /// The jobs, of which the first runs the checks before it builds: <c>build-linux-amd64</c>, <c>build-linux-arm64</c>.
    /// </summary>
    /// <param name="platforms">What the images are for.</param>
    /// <param name="checks">Targets that end the pipeline early when they fail. Default: none.</param>
    public static ValueList<Job> Building(ValueList<Platform> platforms, params ValueList<string> checks) => platforms.Select((x, index) =>
    {
        var folder = BuildFolders.FolderOf(x);
        return new Job(NameOf(x), [.. index == 0 ? checks : [], "DockerBuild"])
        {
            Runner = x.Architecture.StartsWith("arm", StringComparison.Ordinal) ? Runner.LinuxArm : Runner.Linux,
            Variables = [new(Variable, x.ToString())],
            // Until the job that takes them is done, and for a look at what went wrong.
            Artifacts =
            [
                new Artifact(ArtifactOf(x), $"{Layouts}/{folder}/") { Days = 3 },
                new Artifact($"{NameOf(x)}-reports", Derivation.JobArtifacts.Reports) { Days = 3 },
            ],
        };
    }).ToValueList();

    /// <summary>The job, after those of all platforms and with what they left: it puts the images together and then runs its targets.</summary>
    /// <param name="platforms">What the images are for.</param>
    /// <param name="job">For example <c>new Job("push", "Push")</c>.</param>
    public static Job Assembling(ValueList<Platform> platforms, Job job) => job with
    {
        Targets = ["Assemble", .. job.Targets],
        Needs = [.. platforms.Select(NameOf), .. job.Needs],
        Takes = [.. platforms.Select(ArtifactOf), .. job.Takes],
    };

    /// <summary>The parameter <c>--only-platforms</c>.</summary>
    internal const string Variable = "ONLY_PLATFORMS";

    static string NameOf(Platform platform) => $"build-{BuildFolders.FolderOf(platform)}";

    static string ArtifactOf(Platform platform) => $"layouts-{BuildFolders.FolderOf(platform)}";
}

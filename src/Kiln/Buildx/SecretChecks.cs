using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Buildx;

/// <summary>Whether what steps may read is there: BuildKit would find out in the middle of a build, or run a step without it and say nothing.</summary>
static class SecretChecks
{
    /// <summary>What is wrong with the description itself, on whatever machine.</summary>
    internal static IEnumerable<(string Code, string Message)> ProblemsOf(ImageSpec image) =>
        from twins in image.Secrets.GroupBy(x => x.Id)
        where twins.Count() > 1
        select (ErrorCodes.SecretInvalid, $"Image '{image.Name}': {twins.Count()} secrets have the id '{twins.Key}'. Give each its own.");

    /// <summary>
    /// For images that are about to be built, as others need no secrets here. One exception for all that is missing, with the first one's code; a warning
    /// for a mount that has no secret and can do without.
    /// </summary>
    internal static void Require(ValueList<ImageSpec> images, ValueList<ImageSpec> all, Platform buildPlatform, IReporter reporter)
    {
        var unnamed = images.SelectMany(x => UnnamedIn(x, all, buildPlatform)).ToArray();
        var missing = images.SelectMany(MissingOf).Concat(unnamed.Where(x => x.Mount.IsRequired).Select(x => (ErrorCodes.SecretMissing, x.Message))).ToArray();
        if (missing.Length > 0)
            throw new KilnException(missing[0].Item1, string.Join("\n", missing.Select(x => x.Item2)));
        foreach (var (_, message) in unnamed)
            reporter.Warning(message);
    }

    static IEnumerable<(string Code, string Message)> MissingOf(ImageSpec image)
    {
        foreach (var missing in image.Secrets.Where(x => x.Read() is null))
        {
            yield return (ErrorCodes.SecretMissing,
                $"Image '{image.Name}': its secret '{missing.Id}' is {missing.Source}, which is not there. Provide it, or take the secret out where the image is described.");
        }

        if (image.Ssh.Contains("default") && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SSH_AUTH_SOCK")))
        {
            yield return (ErrorCodes.SshAgentMissing,
                $"Image '{image.Name}': its steps use the SSH agent, and none runs (SSH_AUTH_SOCK is not set). Start one with 'eval $(ssh-agent) && ssh-add', or name a key: \"default=/path/to/key\".");
        }
    }

    // Most Dockerfiles mount none, and those need not be read for their stages.
    static IEnumerable<(MountedSecret Mount, string Message)> UnnamedIn(ImageSpec image, ValueList<ImageSpec> all, Platform buildPlatform)
    {
        if (!image.ReadDockerfile().Contains("secret", StringComparison.OrdinalIgnoreCase))
            return [];
        var (dockerfile, names) = (image.ParseDockerfile(), image.Secrets.Select(x => x.Id).ToArray());
        return from mount in ImageTargets.Of(image, dockerfile, all, buildPlatform).SelectMany(x => TargetInputs.Of(dockerfile, x).MountedSecrets).Distinct()
               where mount.Id is { } id && !names.Contains(id)
               select (mount, $"Image '{image.Name}': line {mount.Line} of {image.OwnDockerfile()} mounts the secret '{mount.Id}', which the image does not name"
                   + $"{(mount.IsRequired ? "" : "; the step runs without it")}.{NearestName.Question(mount.Id!, names)} "
                   + $"Add BuildSecret.OfVariable(\"{mount.Id}\") or BuildSecret.OfFile(…) to its Secrets.");
    }
}

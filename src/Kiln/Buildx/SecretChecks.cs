namespace Kiln.Buildx;

/// <summary>Whether what steps may read is there: BuildKit would find out in the middle of a build.</summary>
static class SecretChecks
{
    internal static IEnumerable<(string Code, string Message)> ProblemsOf(ImageSpec image)
    {
        foreach (var missing in image.Secrets.Where(x => x.Read() is null))
        {
            yield return (ErrorCodes.SecretMissing,
                $"Image '{image.Name}': its secret '{missing.Id}' is {missing.Source}, which is not there. Provide it, or take the secret out where the image is described.");
        }

        foreach (var twins in image.Secrets.GroupBy(x => x.Id).Where(x => x.Count() > 1))
        {
            yield return (ErrorCodes.SecretInvalid,
                $"Image '{image.Name}': {twins.Count()} secrets have the id '{twins.Key}'. Give each its own.");
        }

        if (image.Ssh.Contains("default") && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SSH_AUTH_SOCK")))
        {
            yield return (ErrorCodes.SshAgentMissing,
                $"Image '{image.Name}': its steps use the SSH agent, and none runs (SSH_AUTH_SOCK is not set). Start one with 'eval $(ssh-agent) && ssh-add', or name a key: \"default=/path/to/key\".");
        }
    }
}

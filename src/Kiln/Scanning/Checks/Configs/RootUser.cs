using Kiln.Oci;

namespace Kiln.Scanning.Checks.Configs;

/// <summary>Whoever gets out of a process of root is root in the container, and the easier out of it.</summary>
static class RootUser
{
    internal const string Id = "KILN-ROOT-USER";

    internal static IEnumerable<Finding> Check(ImageConfig config)
    {
        if ((config.User ?? "").Split(':')[0] is not ("" or "root" or "0"))
            yield break;
        yield return new Finding(Id, FindingClass.Misconfiguration, FindingSeverity.Medium)
        {
            Title = "runs as root; name another USER, by its number so that Kubernetes can tell",
        };
    }
}

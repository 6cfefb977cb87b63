using Kiln.Oci;

namespace Kiln.Scanning.Checks.Configs;

/// <summary>Only where the build says that one is needed: Kubernetes does not look at it, Docker and Compose do.</summary>
static class MissingHealthCheck
{
    internal const string Id = "KILN-NO-HEALTHCHECK";

    internal static IEnumerable<Finding> Check(ImageSpec image, ImageConfig config)
    {
        if (!image.NeedsHealthCheck || config.HasHealthCheck)
            yield break;
        yield return new Finding(Id, FindingClass.Misconfiguration, FindingSeverity.High)
        {
            Title = "has no HEALTHCHECK, and the build says that it needs one",
        };
    }
}

using Kiln.Oci;

namespace Kiln.Scanning.Checks.Configs;

/// <summary>What is held against an image's config.</summary>
static class ConfigChecks
{
    internal static IEnumerable<Finding> Of(ImageSpec image, ImageConfig config) =>
    [
        .. RootUser.Check(config),
        .. MissingHealthCheck.Check(image, config),
        .. MissingLabels.Check(config),
        .. SecretsInConfig.Check(config),
    ];
}

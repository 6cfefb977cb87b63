namespace Kiln.Buildx.Bootstrapping;

/// <summary>What is taken along with a package.</summary>
public enum PackageScope
{
    /// <summary>Only what was named.</summary>
    Alone,

    /// <summary>Also what it needs and the system does not have.</summary>
    WithDependencies,
}

namespace Kiln.Buildx;

/// <summary>Whether Kiln may start what is missing: a private engine and a registry on this machine.</summary>
public enum EngineBootstrap
{
    /// <summary>Never: a missing engine is an error.</summary>
    Never,

    /// <summary>When no engine answers, or nothing listens on the local registry's port.</summary>
    WhenMissing,
}

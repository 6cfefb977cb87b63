namespace Kiln;

/// <summary>What an image's <c>RUN</c> steps can reach while it is built (bake's <c>network</c>).</summary>
public enum BuildNetwork
{
    /// <summary>What the engine gives: usually a bridge to the internet.</summary>
    Default,

    /// <summary>Nothing: such a step can only use what the lock, the context and earlier steps hold.</summary>
    None,

    /// <summary>Everything the engine's machine reaches, its loopback included; asks for the entitlement <c>network.host</c>.</summary>
    Host,
}

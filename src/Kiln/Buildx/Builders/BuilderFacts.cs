using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>What <c>buildx inspect</c> says of a builder.</summary>
public sealed record BuilderFacts
{
    /// <summary>As buildx calls it; the engine's own is called like the Docker context. Default: not known.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>docker</c> for the engine's own, else <c>docker-container</c>, <c>remote</c>, <c>kubernetes</c>, <c>cloud</c>.</summary>
    public string Driver { get; init; } = "docker";

    /// <summary>Default: none that is known.</summary>
    public ValueList<NodeFacts> Nodes { get; init; }

    /// <summary>Why nothing can be built on it, in buildx's words; null where that is not said.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it is the BuildKit inside the engine.</summary>
    public bool IsOfEngine => Driver == "docker";

    /// <summary>Whether a node could still be started.</summary>
    internal bool IsAsleep => !IsOfEngine && Nodes.Any(x => x.Status != "running");

    /// <summary>What tells its results from another's: place and BuildKit of each node.</summary>
    internal string Identity => string.Join(' ', Nodes.Select(x => $"{x.Endpoint} {x.BuildKitVersion}").Prepend($"{Driver} {Name}"));

    /// <summary>How people call it.</summary>
    internal string Title => IsOfEngine ? "the engine's own builder" : $"the builder '{Name}' ({Driver})";
}

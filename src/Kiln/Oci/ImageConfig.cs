using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>How an image is run and how it was made (OCI image specification 1.1, config.md).</summary>
public sealed record ImageConfig
{
    /// <summary>What the image runs on.</summary>
    public required Platform Platform { get; init; }

    /// <summary>When it was made, as it says itself. Default: not said.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>The digests of the unpacked layers, lowest first.</summary>
    public required ValueList<Digest> DiffIds { get; init; }

    /// <summary>The instructions that made the image, first one first. Default: none.</summary>
    public ValueList<HistoryEntry> History { get; init; }

    /// <summary>Who the process runs as; null and empty mean root. Default: not said.</summary>
    public string? User { get; init; }

    /// <summary>The folder that the process starts in. Default: not said.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The command and its fixed arguments. Default: none.</summary>
    public ValueList<string> Entrypoint { get; init; }

    /// <summary>The arguments that <c>docker run</c> replaces. Default: none.</summary>
    public ValueList<string> Command { get; init; }

    /// <summary>Variables as <c>NAME=value</c>. Default: none.</summary>
    public ValueList<string> Environment { get; init; }

    /// <summary>Ports as <c>8080/tcp</c>. Default: none.</summary>
    public ValueList<string> ExposedPorts { get; init; }

    /// <summary>Whether it says how to ask a container whether it is well (Docker's <c>HEALTHCHECK</c>). Default: no.</summary>
    public bool HasHealthCheck { get; init; }

    /// <summary>Free notes, for example <c>org.opencontainers.image.revision</c>. Default: none.</summary>
    public ValueMap<string> Labels { get; init; }
}

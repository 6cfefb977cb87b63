using Kiln.Buildx;
using Kiln.Commits;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Scanning.Gating;

namespace Kiln.Pushing;

/// <summary>Everything that one push depends on.</summary>
public sealed record PushRequest
{
    /// <summary>What to push; each was built before.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where to; each image goes to all of them.</summary>
    public required ValueList<RegistryNamespace> Registries { get; init; }

    /// <summary>Where the layouts and receipts lie.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>What the tag is taken from. Default: none; then tags have to be given.</summary>
    public SourceCommit? Commit { get; init; }

    /// <summary>What a CI host runs for: branches, pull requests and versions are tagged by it. Default: none; then git is asked.</summary>
    public HostedReference? Host { get; init; }

    /// <summary>Tags for all images instead of their own. Default: none.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>Credentials and patience for registries. Default: what <c>docker login</c> stored.</summary>
    public RegistryOptions Access { get; init; } = new();

    /// <summary>What images may have and still be pushed. Default: not said; then nothing is judged.</summary>
    public ScanGate? Gate { get; init; }

    /// <summary>The secret that receipts have to be signed with. Default: none, and receipts are believed as they are.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The day (UTC) for which exemptions are judged. Default: today.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Whether receipt, provenance, scan reports and SBOMs are attached to the image in the registry. Default: yes.</summary>
    public bool Attaches { get; init; } = true;

    /// <summary>Who builds, as SLSA's <c>builder.id</c>: a URI. Default: some machine.</summary>
    public string Builder { get; init; } = HostedBuilder.Local;

    /// <summary>The file that GitHub takes a step's outputs from. Default: none.</summary>
    public string? GitHubOutput { get; init; }

    /// <summary>Whether a tree with uncommitted changes may be pushed to another machine. Default: no.</summary>
    public bool AllowsDirtyTree { get; init; }
}

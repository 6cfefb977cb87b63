using Kiln.Caching;
using Kiln.Caching.Mounts;
using Kiln.Commits;
using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Oci.Registries.Credentials;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>Everything that one build depends on.</summary>
public sealed record BuildRequest
{
    /// <summary>What to build.</summary>
    public required ValueList<ImageSpec> Images { get; init; }

    /// <summary>Where it is built.</summary>
    public required ContainerEngine Engine { get; init; }

    /// <summary>Where it reads and writes.</summary>
    public required BuildFolders Folders { get; init; }

    /// <summary>What the labels about the source are taken from. Default: none; then there are no such labels.</summary>
    public SourceCommit? Commit { get; init; }

    /// <summary>The secret that receipts are signed with, of 32 characters at least. Default: none, and they are not.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>Whether images that cannot have changed since they were built are left as they are. Default: yes.</summary>
    public bool SkipsUnchanged { get; init; } = true;

    /// <summary>What BuildKit may fetch. Default: everything, from the origins.</summary>
    public SourcePolicy Policy { get; init; } = SourcePolicy.Everything;

    /// <summary>Names of the images that are meant; what they are made from comes with them. Default: none named, so all.</summary>
    public ValueList<string> Only { get; init; }

    /// <summary>Whether all images are solved at once. Default: yes, unless a shared cache is read or written.</summary>
    public BuildStrategy Strategy { get; init; }

    /// <summary>Through which proxies steps reach the network. Default: none but those that Docker's own configuration names.</summary>
    public ProxySettings Proxy { get; init; } = new();

    /// <summary>With what registries are asked beside what <c>docker login</c> stored; from buildx 0.28 on. Default: nothing.</summary>
    public BuildLogins Logins { get; init; } = BuildLogins.None;

    /// <summary>What each image takes from the lock, by its name: for the receipt. Default: nothing.</summary>
    public ValueMap<ValueList<LockedInput>> Inputs { get; init; }

    /// <summary>Receipts of the base branch's images, by name, for budgets that compare with them (<see cref="SizeGrowth"/>). Default: none is known.</summary>
    public ValueMap<Receipt> Published { get; init; }

    /// <summary>Where results of steps are read from and written to beside the builder's own cache. Default: nowhere.</summary>
    public CachePlan Caches { get; init; } = CachePlan.None;

    /// <summary>Whether cache mounts are kept in those caches too. Default: where builders start empty.</summary>
    public MountPersistence Mounts { get; init; } = MountPersistence.Auto;

    /// <summary>How it shows what it is doing. Default: by lines; the components choose what fits where the build runs.</summary>
    public ProgressStyle Progress { get; init; }
}

using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>
/// What was built, from what, and by what; lies beside the layout as <c>&lt;name&gt;.receipt.json</c>. Its form has a
/// version and a page: <c>docs/receipt.md</c>.
/// </summary>
public sealed record Receipt
{
    /// <summary>The version of the form that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The form's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The image's name.</summary>
    public required string Name { get; init; }

    /// <summary>The digest that a registry will show: of the index, or of the only manifest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>What was built for each platform, in the order in which the image names them.</summary>
    public required ValueList<PlatformReceipt> Platforms { get; init; }

    /// <summary>The commit, or null outside of a repository.</summary>
    public SourceReceipt? Source { get; init; }

    /// <summary>What its own Dockerfile took from the lock, by name. Default: nothing.</summary>
    public ValueList<InputReceipt> Inputs { get; init; }

    /// <summary>What built it.</summary>
    public required BuilderReceipt Builder { get; init; }

    /// <summary>How much work it was.</summary>
    public required WorkReceipt Work { get; init; }

    /// <summary>How it was judged; null where nobody scanned it.</summary>
    public VerdictReceipt? Scan { get; init; }

    /// <summary>The same app as a single stage would ship it, or null when the image names no such stage.</summary>
    public SingleStageReceipt? SingleStage { get; init; }
}

/// <summary>One platform's image.</summary>
/// <param name="Platform">What it runs on.</param>
/// <param name="Manifest">The manifest's digest.</param>
/// <param name="Config">The configuration's digest, which engines show as the image's id.</param>
/// <param name="CompressedSize">Bytes that a pull transfers.</param>
/// <param name="UnpackedSize">Bytes of the layers' archives.</param>
/// <param name="Layers">Its layers, lowest first.</param>
public sealed record PlatformReceipt(
    Platform Platform, Digest Manifest, Digest Config, long CompressedSize, long UnpackedSize, ValueList<LayerReceipt> Layers)
{
    /// <summary>The image that it was made from; null where that is not known, and for <c>scratch</c>.</summary>
    public BaseReceipt? Base { get; init; }
}

/// <summary>A base image and its part of the image that was made from it.</summary>
/// <param name="Name">A canonical reference, or the name of another image of the build.</param>
/// <param name="Layers">How many of the layers are the base's, counted from the lowest.</param>
/// <param name="CompressedSize">Their bytes in a pull.</param>
/// <param name="UnpackedSize">Their bytes as archives.</param>
public sealed record BaseReceipt(string Name, int Layers, long CompressedSize, long UnpackedSize)
{
    /// <summary>What the name meant; null where nothing pins it.</summary>
    public Digest? Digest { get; init; }
}

/// <summary>Something from outside, and the digest, checksum or commit that the lock pins it to.</summary>
public sealed record InputReceipt(string Name, string Pin);

/// <summary>One layer and the instruction that made it, as the image's history tells it.</summary>
public sealed record LayerReceipt(Digest Digest, long CompressedSize, long UnpackedSize, string? Instruction = null);

/// <summary>The commit, and whether the tree had changes beside it.</summary>
public sealed record SourceReceipt(string Commit, DateTimeOffset Time, bool IsDirty);

/// <summary>The engine's version, buildx's, and BuildKit's where it says so.</summary>
public sealed record BuilderReceipt(string Engine, string Buildx, string BuildKit);

/// <summary>
/// The image's own Dockerfile instructions in the solve that made it, how many of them came out of a cache, and the seconds of the
/// whole solve; of a run that skipped the image, all of them and that run's seconds.
/// </summary>
public sealed record WorkReceipt(int Steps, int Cached, double Seconds)
{
    /// <summary>Seconds of the steps that ran, also where several ran at once; null for a skipped image.</summary>
    public double? SecondsSpent { get; init; }

    /// <summary>Seconds that cached steps took when they last ran on this machine; null where that is known of none.</summary>
    public double? SecondsSaved { get; init; }

    /// <summary>How many cached steps never ran on this machine, so that what they saved is not known; null for none.</summary>
    public int? CachedOfUnknownTime { get; init; }

    /// <summary>The first step that was in no cache, and why; null where all were, and for a skipped image.</summary>
    public MissReceipt? Miss { get; init; }
}

/// <summary>A step that was not in a cache.</summary>
/// <param name="Step">Its place and instruction, for example <c>[build 4/6] COPY . .</c>.</param>
/// <param name="Cause">What it depends on that changed since the last build of the image on this machine, as far as that is known.</param>
/// <param name="Changed">Files, arguments, digests or lines that changed; empty where nothing is known.</param>
public sealed record MissReceipt(string Step, MissCause Cause, ValueList<string> Changed);

/// <summary>Why a step was in no cache.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissCause>))]
public enum MissCause
{
    /// <summary>Nothing that is known of changed: for example the cache was emptied.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>No earlier build of the image on this machine is known.</summary>
    [JsonStringEnumMemberName("firstBuild")]
    FirstBuild,

    /// <summary>Files that it reads.</summary>
    [JsonStringEnumMemberName("file")]
    File,

    /// <summary>Modes of files that it reads, and nothing else of them.</summary>
    [JsonStringEnumMemberName("mode")]
    Mode,

    /// <summary>Build arguments.</summary>
    [JsonStringEnumMemberName("argument")]
    Argument,

    /// <summary>The digest of an image, address or repository that it starts from or reads.</summary>
    [JsonStringEnumMemberName("base")]
    Base,

    /// <summary>A line of the Dockerfile, its own or one above it.</summary>
    [JsonStringEnumMemberName("instruction")]
    Instruction,

    /// <summary>How it runs, for example its network.</summary>
    [JsonStringEnumMemberName("setting")]
    Setting,

    /// <summary>The image was not built for this platform before.</summary>
    [JsonStringEnumMemberName("platform")]
    Platform,

    /// <summary>The engine, or its version.</summary>
    [JsonStringEnumMemberName("builder")]
    Builder,

    /// <summary>Its stage is to be built anew each time.</summary>
    [JsonStringEnumMemberName("asked")]
    Asked,
}

/// <summary>The stage, and its size for the image's first platform.</summary>
public sealed record SingleStageReceipt(string Stage, long CompressedSize, long UnpackedSize);

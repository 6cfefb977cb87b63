using Kiln.Linting;
using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Toolchains;
using Kiln.Receipts;

namespace Kiln.Advising;

/// <summary>What is known of an image's weight: measured where it was built, estimated where its base is a known one.</summary>
sealed class KnownWeights(LintSubject subject, PlatformReceipt? built)
{
    const long Megabyte = 1_000_000;

    /// <summary>The base as the last build has it, else as the file names it by default; null where nobody can tell.</summary>
    public string? BaseName { get; } = built?.Base?.Name ?? (StageBase.OfFinal(subject) is { IsImage: true, IsOpen: false } root ? root.Name : null);

    /// <summary>Unpacked, in bytes; null where nothing is known of it.</summary>
    public long? BaseSize => built?.Base?.UnpackedSize ?? (BaseName is { } name ? KnownBases.Find(name)?.MegabytesOf(name) * Megabyte : null);

    /// <summary>How much smaller the image is on another base; null where that is not known, or nothing.</summary>
    public long? SavedOn(int megabytes) => BaseSize - megabytes * Megabyte is { } saved and > 0 ? saved : null;

    /// <summary>The bytes of the layer whose instruction holds this text; null where the image was not built, or its history does not say.</summary>
    public long? LayerOf(string text) => built?.Layers.Skip(built.Base?.Layers ?? 0)
        .FirstOrDefault(x => x.Instruction?.Contains(text, StringComparison.Ordinal) == true)?.UnpackedSize;
}

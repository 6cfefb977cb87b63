using Kiln.Oci;
using Kiln.Oci.Layers;
using Kiln.Primitives;
using Kiln.Scanning.Checks.Configs;
using Kiln.Scanning.Checks.Files;

namespace Kiln.Scanning.Checks;

/// <summary>
/// What Kiln itself holds against an image: its config, its history and every file of every layer, also those that later layers delete. It
/// needs no tool and no database, and nothing is unpacked to a disk.
/// </summary>
/// <param name="today">The day (UTC) on which distributions are out of support or not.</param>
public sealed class BuiltInChecks(DateOnly today) : IScanner
{
    /// <inheritdoc />
    public string Name => "kiln";

    /// <inheritdoc />
    public Task RequireAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken) => Task.Run(
        () => new ScanReport
        {
            Image = subject.Image.Name,
            Platform = subject.Details.Platform,
            Config = subject.Details.ConfigDigest,
            Scanner = new ScannerIdentity(Name, KilnVersion.Text) { IsWithoutDatabase = true },
            ScannedAt = DateTimeOffset.UtcNow,
            Findings = ConfigChecks.Of(subject.Image, subject.Details.Config).Concat(OfFiles(subject, cancellationToken)).ToValueList(),
        },
        cancellationToken);

    ValueList<Finding> OfFiles(ScanSubject subject, CancellationToken cancellationToken)
    {
        IFileCheck[] checks = FileChecks.For(subject.Image, today);
        var above = new LayersAbove();
        // From the top, since what lies above decides what is still to be seen.
        foreach (var (layer, descriptor) in subject.Details.Layers.Zip(subject.ReadLayers()).Reverse())
        {
            try
            {
                using var reader = new LayerReader(LayerStream.Open(subject.Layout.OpenBlob(descriptor), descriptor, descriptor.Digest.ToString()));
                See(layer, reader, above, checks, cancellationToken);
            }
            catch (Exception error) when (LayerStream.IsUnreadable(error))
            {
                throw Unreadable(subject, layer, error);
            }

            above.EndLayer();
        }

        return checks.SelectMany(x => x.Findings()).ToValueList();
    }

    static void See(LayoutLayer layer, LayerReader reader, LayersAbove above, IFileCheck[] checks, CancellationToken cancellationToken)
    {
        while (reader.Next() is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = new LayerFile(layer, entry, above.Hide(entry), reader);
            above.Add(entry);
            foreach (var check in checks)
                check.See(file);
        }
    }

    static KilnException Unreadable(ScanSubject subject, LayoutLayer layer, Exception error) => new(
        ErrorCodes.UnreadableLayer,
        $"The layer {layer.Digest} of '{subject.Image.Name}' ({subject.Details.Platform}) is no archive that engines take: {error.Message.TrimEnd('.')}. "
        + "Nothing of the image may be pushed; build it again.",
        error);
}

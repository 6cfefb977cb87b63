using System.Globalization;

namespace Kiln.Oci;

/// <summary>
/// Remembers layers in a folder, one small file each, which several builds may share. What cannot be read there is
/// measured again.
/// </summary>
/// <param name="folder">Made when something is to be remembered.</param>
public sealed class FolderLayerSizeMemo(string folder) : ILayerSizeMemo
{
    /// <inheritdoc />
    public UnpackedLayer? Find(Digest layer)
    {
        try
        {
            return File.ReadAllText(PathOf(layer)).Split(' ', '\n') is [var size, var diffId, ..]
                && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                && Digest.TryParse(diffId, out var digest)
                    ? new UnpackedLayer(bytes, digest)
                    : null;
        }
        // Not there, or not ours to read: then the layer is unpacked once more, which is always right.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Remember(Digest layer, UnpackedLayer unpacked)
    {
        var path = PathOf(layer);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(
                unfinished, string.Create(CultureInfo.InvariantCulture, $"{unpacked.Size} {unpacked.DiffId}\n"));
            File.Move(unfinished, path, overwrite: true);
        }
        // A memo that cannot be kept costs time in the next build and nothing else.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    string PathOf(Digest layer) => Path.Combine(folder, layer.Algorithm, layer.Hex);
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kiln.Oci;

static partial class OciDocument
{
    public static KilnException TooLarge(string place, long size) => new(
        ErrorCodes.ManifestTooLarge,
        $"{place} has {size} bytes; a manifest may have at most {LargestManifest}. It is no manifest, or it was "
        + "damaged: build the image again.");

    public static KilnException WrongKind(string place, string? mediaType, string wanted) => new(
        ErrorCodes.UnexpectedMediaType,
        $"{place} is not {wanted}: it has the media type '{mediaType ?? "none"}' or members of another kind of "
        + "document.");

    static KilnException Unreadable(string place, string problem, Exception cause) => new(
        ErrorCodes.UnreadableManifest, $"{place} cannot be read: {problem}", cause);

    static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string place) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("it is null.");
        }
        catch (JsonException error)
        {
            throw Unreadable(place, error.Message, error);
        }
        catch (KilnException error)
        {
            throw Unreadable(place, error.Message, error);
        }
    }

    // A digest or a platform inside may be malformed; its message does not know which document it stands in.
    static T Within<T>(string place, Func<T> convert)
    {
        try
        {
            return convert();
        }
        catch (KilnException error)
        {
            throw Unreadable(place, error.Message, error);
        }
    }
}

using System.Text.Json;
using Nuke.Common.IO;

namespace Kiln.Engine.Parameters;

sealed record ParameterFile(AbsolutePath Path, string Profile, JsonElement Root)
{
    static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static ParameterFile Read(AbsolutePath path, string profile)
    {
        try
        {
            var root = JsonDocument.Parse(File.ReadAllText(path), Lenient).RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new(path, profile, root)
                : throw new UsageException($"File '{path}' must hold a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"File '{path}' is not valid JSON: {exception.Message}");
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Engine.Hosts;
using Kiln.Engine.Parameters;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Schema;

/// <summary>
/// Describes targets and parameters as JSON schema, draft 4, laid out as NUKE's so that its tools can read it.
/// </summary>
static class BuildSchema
{
    static readonly JsonWriterOptions Layout =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(NukeBuild build, ParameterCatalogue catalogue, IEnumerable<ExecutableTarget> targets)
    {
        var types = new TypeSchemas();
        var own = new JsonObject();
        var builtIn = new JsonObject();
        foreach (var parameter in catalogue.Parameters)
            (parameter.IsBuiltIn ? builtIn : own)[parameter.Name] = ParameterSchema.Of(parameter, build, types);

        types.Definitions["Host"] = Choice(HostDetection.AvailableTypes().Select(x => x.Name));
        types.Definitions["ExecutableTarget"] = Choice(targets.Select(x => x.Name));
        types.Definitions["NukeBuild"] = new JsonObject { ["properties"] = builtIn };
        return Write(new()
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = types.Definitions,
            ["allOf"] = new JsonArray(new JsonObject { ["properties"] = own }, TypeSchemas.Reference("NukeBuild")),
        });
    }

    static JsonObject Choice(IEnumerable<string> names) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. names.Order(StringComparer.OrdinalIgnoreCase).Select(x => JsonValue.Create(x))]),
    };

    static string Write(JsonObject schema)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
            schema.WriteTo(writer);

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}

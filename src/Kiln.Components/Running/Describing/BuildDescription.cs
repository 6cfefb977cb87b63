using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>A build as JSON, read by reflection so that it says the same on either engine.</summary>
static class BuildDescription
{
    const int Version = 2;

    internal static string Of(IHazImages build, IReadOnlyCollection<string> planned)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            WriteImages(json, build.Images);
            WriteNames(json, "registries", build is IHazRegistries { Registries: var places } ? places.Select(x => x.ToString()) : []);
            var targets = DescribedTargets.Of(build);
            WriteTargets(json, targets);
            if (planned.Count > 0)
                WriteNames(json, "plan", targets.PlanOf(planned));
            WriteParameters(json, build);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void WriteImages(Utf8JsonWriter json, IEnumerable<ImageSpec> images)
    {
        json.WriteStartArray("images");
        foreach (var image in images)
        {
            json.WriteStartObject();
            json.WriteString("name", image.Name);
            json.WriteString("context", image.Context);
            if (image.InlineDockerfile is { } text)
                json.WriteString("inlineDockerfile", text);
            else
                json.WriteString("dockerfile", image.DockerfilePath);
            if (image.Stage is { } stage)
                json.WriteString("stage", stage);
            WriteNames(json, "platforms", image.Platforms.Select(x => x.ToString()));
            WriteNames(json, "tags", image.Tags.Select(x => x.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteTargets(Utf8JsonWriter json, DescribedTargets targets)
    {
        json.WriteStartArray("targets");
        foreach (var target in targets.All)
        {
            json.WriteStartObject();
            json.WriteString("name", target.Name);
            json.WriteString("description", target.Description);
            json.WriteBoolean("listed", target.IsListed);
            WriteNames(json, "dependsOn", target.DependsOn);
            WriteNames(json, "after", target.After);
            WriteNames(json, "triggers", target.Triggers);
            WriteNames(json, "produces", target.Produces);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteParameters(Utf8JsonWriter json, INukeBuild build)
    {
        json.WriteStartArray("parameters");
        foreach (var parameter in DescribedParameter.AllOf(build.GetType()))
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("argument", parameter.Argument);
            json.WriteString("variable", parameter.Variable);
            json.WriteString("kind", parameter.Kind);
            json.WriteBoolean("secret", parameter.IsSecret);
            if (ParameterDefault.TryFind(build, parameter.Member, parameter.Attribute, out var value))
                WriteNode(json, "default", value);
            json.WriteString("description", parameter.Attribute.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteNode(Utf8JsonWriter json, string name, JsonNode? value)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }

    static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

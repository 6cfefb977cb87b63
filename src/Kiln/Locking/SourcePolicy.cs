using System.Text;
using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>
/// What BuildKit may fetch, and from where, in the form that it enforces itself (moby/buildkit sourcepolicy, version 1;
/// handed over by the variable <c>EXPERIMENTAL_BUILDKIT_SOURCE_POLICY</c>). Dockerfiles stay as they are.
/// </summary>
public sealed record SourcePolicy
{
    /// <summary>Registries to fetch from instead of the origins. Default: none.</summary>
    public ValueList<Mirror> Mirrors { get; init; }

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => Mirrors.Count == 0;

    /// <summary>
    /// The policy as JSON. A prefix is a WILDCARD that ends in <c>*</c>: EXACT together with CONVERT fails before
    /// BuildKit 0.31.
    /// </summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("rules");
            foreach (var mirror in Mirrors)
                WriteConversion(json, $"docker-image://{mirror.Origin}/*", $"docker-image://{mirror.Replica}/${{1}}");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void WriteConversion(Utf8JsonWriter json, string from, string to)
    {
        json.WriteStartObject();
        json.WriteString("action", "CONVERT");
        json.WriteStartObject("selector");
        json.WriteString("identifier", from);
        json.WriteString("match_type", "WILDCARD");
        json.WriteEndObject();
        json.WriteStartObject("updates");
        json.WriteString("identifier", to);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

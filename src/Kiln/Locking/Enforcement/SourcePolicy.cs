using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Locking.Enforcement;

/// <summary>
/// What BuildKit may fetch, and from where, in the form that it enforces itself (moby/buildkit sourcepolicy, version 1;
/// handed over by the variable <c>EXPERIMENTAL_BUILDKIT_SOURCE_POLICY</c>). Dockerfiles stay as they are.
/// </summary>
public sealed record SourcePolicy
{
    /// <summary>Allows everything, from the origins.</summary>
    public static SourcePolicy Everything { get; } = new();

    /// <summary>In the order in which they are tried. Default: none, everything is allowed.</summary>
    public ValueList<PolicyRule> Rules { get; init; }

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => Rules.Count == 0;

    /// <summary>Whether whatever it allows is one certain content: it denies by default, and nothing floats.</summary>
    public bool PinsEverything => Rules.Any(x => x.Action == "DENY") && !Rules.Any(x => x is { Action: "ALLOW", MatchType: "WILDCARD" });

    /// <summary>Allows everything and fetches it from mirrors; tags are what the mirrors say they are.</summary>
    public static SourcePolicy Through(IEnumerable<Mirror> mirrors) => new()
    {
        Rules = mirrors
            .Select(x => PolicyRule.Convert($"docker-image://{x.Origin}/*", $"docker-image://{x.Replica}/${{1}}"))
            .ToValueList(),
    };

    /// <summary>The policy as JSON; equal policies give equal text.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("rules");
            foreach (var rule in Rules)
                Write(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Write(Utf8JsonWriter json, PolicyRule rule)
    {
        json.WriteStartObject();
        json.WriteString("action", rule.Action);
        json.WriteStartObject("selector");
        json.WriteString("identifier", rule.Identifier);
        json.WriteString("match_type", rule.MatchType);
        json.WriteEndObject();
        if (rule.Target is { } target)
            WriteUpdates(json, target, rule.Attributes);
        json.WriteEndObject();
    }

    static void WriteUpdates(Utf8JsonWriter json, string target, ValueMap<string> attributes)
    {
        json.WriteStartObject("updates");
        json.WriteString("identifier", target);
        if (attributes.Count > 0)
        {
            json.WriteStartObject("attrs");
            foreach (var (name, value) in attributes)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Kiln.Agreement.Trivy;

/// <summary>Trivy's view of a Dockerfile, written as one again.</summary>
static class TrivyInput
{
    /// <summary>Null for what is no JSON, or no input of a check.</summary>
    public static string? Dockerfile(string json, JsonDocumentOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(json, options);
            return document.RootElement.TryGetProperty("Stages", out var stages) ? string.Concat(stages.EnumerateArray().SelectMany(Lines).Select(x => x + "\n")) : null;
        }
        catch (JsonException)
        {
            // An expression of Rego; the report counts it among those that are not understood.
            return null;
        }
    }

    static IEnumerable<string> Lines(JsonElement stage)
    {
        var commands = stage.GetProperty("Commands").EnumerateArray().ToArray();
        var name = stage.GetProperty("Name").GetString()!;
        // Where a stage has a name, that one counts, whatever its FROM says.
        var isNamed = name.Contains(" as ", StringComparison.OrdinalIgnoreCase);
        if (isNamed || (name.Length > 0 && !commands.Any(x => NameOf(x) == "from")))
            yield return $"FROM {name}";
        foreach (var command in commands.Where(x => !isNamed || NameOf(x) != "from"))
            yield return Line(command);
    }

    static string Line(JsonElement command)
    {
        var values = Strings(command, "Value");
        var what = NameOf(command) switch
        {
            "run" or "cmd" or "entrypoint" when values.Length > 1 => JsonSerializer.Serialize(values),
            "env" when values.Length % 3 == 0 => string.Join(' ', values.Chunk(3).Select(x => x[2] == "=" ? $"{x[0]}={x[1]}" : $"{x[0]} {x[1]}")),
            "comment" => null,
            _ => string.Join(' ', values),
        };
        return what is null ? $"# {string.Join(' ', values)}" : string.Join(' ', [NameOf(command).ToUpperInvariant(), .. Strings(command, "Flags"), what]);
    }

    static string NameOf(JsonElement command) => command.GetProperty("Cmd").GetString()!;

    static string[] Strings(JsonElement command, string property) =>
        command.TryGetProperty(property, out var values) ? [.. values.EnumerateArray().Select(x => x.GetString()!)] : [];
}

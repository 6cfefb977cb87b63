using System.Text.Json;

namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>What <c>dotnet new</c> knows of a template of this repository.</summary>
sealed class Template
{
    readonly JsonElement _configuration;

    Template(string file) => _configuration = JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    // Pack fills in what a file called '.in' leaves open.
    internal static IReadOnlyList<Template> All { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.PathTo("templates"))
            .Select(x => Path.Combine(x, ".template.config"))
            .Where(Directory.Exists) // what Pack leaves has none
            .SelectMany(x => Directory.EnumerateFiles(x, "template.json*"))
            .Select(x => new Template(x)),
    ];

    internal string Name => _configuration.GetProperty("shortName").GetString()!;

    /// <summary>What is wrong with an option and its value, or null.</summary>
    internal string? ComplaintOf(string option, string value) => ParameterOf(option) is not { } parameter ? $"'{Name}' has no option '{option}'"
        : AllowedBy(parameter).Contains(value) ? null
        : $"'{option}' of '{Name}' does not take '{value}'";

    JsonElement? ParameterOf(string option) =>
        _configuration.TryGetProperty("symbols", out var symbols)
        && symbols.TryGetProperty(option.TrimStart('-'), out var symbol)
        && symbol.GetProperty("type").GetString() == "parameter" ? symbol : null;

    static IEnumerable<string?> AllowedBy(JsonElement symbol) => symbol.GetProperty("datatype").GetString() switch
    {
        "bool" => ["true", "false"],
        "choice" => symbol.GetProperty("choices").EnumerateArray().Select(x => x.GetProperty("choice").GetString()),
        var kind => throw new NotSupportedException($"Which values an option of the kind '{kind}' takes, this test does not know."),
    };
}

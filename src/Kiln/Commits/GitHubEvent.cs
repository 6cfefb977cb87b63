using System.Text.Json;

namespace Kiln.Commits;

/// <summary>
/// What made GitHub run a build, as the file that <c>GITHUB_EVENT_PATH</c> names tells it (https://docs.github.com/webhooks/webhook-events-and-payloads). GitHub writes
/// that file: of one that is missing or damaged nothing is known, and nobody is told to mend it.
/// </summary>
sealed class GitHubEvent
{
    readonly JsonElement _content;

    GitHubEvent(JsonElement content) => _content = content;

    internal static GitHubEvent Of(string? text)
    {
        try
        {
            using var document = text is null ? null : JsonDocument.Parse(text);
            return new GitHubEvent(document?.RootElement.Clone() ?? default);
        }
        catch (JsonException)
        {
            return new GitHubEvent(default);
        }
    }

    /// <summary>Null where the event does not say it, or says no text.</summary>
    internal string? Text(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Null where the event does not say it, or says no number.</summary>
    internal int? Number(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    JsonElement Find(ReadOnlySpan<string> path)
    {
        var element = _content;
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }
}

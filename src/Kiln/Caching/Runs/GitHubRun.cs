using System.Text.Json;

namespace Kiln.Caching.Runs;

/// <summary>GitHub's variables and the event behind the run (https://docs.github.com/actions/reference/events-that-trigger-workflows).</summary>
static class GitHubRun
{
    // What only people with write access can cause, or what says itself whose code it is about (below).
    static readonly string[] Trusted =
        ["push", "schedule", "workflow_dispatch", "repository_dispatch", "merge_group", "release", "create", "pull_request", "workflow_run"];

    internal static CacheRun Read(IReadOnlyDictionary<string, string?> environment, string? eventText)
    {
        using var payload = Payload(eventText);
        var happened = payload?.RootElement ?? default;
        return new CacheRun(
            CacheHost.GitHub,
            new CacheRefs(
                OwnRef(environment.GetValueOrDefault("GITHUB_REF") ?? ""),
                environment.GetValueOrDefault("GITHUB_BASE_REF"),
                Text(happened, "repository", "default_branch")))
        {
            Distrust = Distrust(environment.GetValueOrDefault("GITHUB_EVENT_NAME") ?? "", happened),
        };
    }

    // refs/pull/12/merge → pull/12; it cannot be taken for a branch: those lose their refs/heads/, and a fork may call one 'main'.
    static string OwnRef(string full) => full.Split('/') switch
    {
        ["refs", "pull", var number, ..] => $"refs/pull/{number}",
        ["refs", "heads" or "tags", .. var name] => string.Join('/', name),
        _ => full.Length > 0 ? full : "detached",
    };

    static string? Distrust(string name, JsonElement happened)
    {
        var home = Text(happened, "repository", "full_name");
        var head = name switch
        {
            "pull_request" => Text(happened, "pull_request", "head", "repo", "full_name"),
            "workflow_run" => Text(happened, "workflow_run", "head_repository", "full_name"),
            _ => home,
        };
        if (!Trusted.Contains(name))
            return $"anyone can cause the event '{name}'";
        // A fork that was deleted since has no repository any more.
        return name is "pull_request" or "workflow_run" && (head is null || head != home)
            ? $"this run is for a fork's pull request ({head ?? "its repository is not known"})"
            : null;
    }

    static JsonDocument? Payload(string? text)
    {
        try
        {
            return text is null ? null : JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            // GitHub writes this file; where it is damaged the run is one whose origin is not known, and so not trusted.
            return null;
        }
    }

    static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}

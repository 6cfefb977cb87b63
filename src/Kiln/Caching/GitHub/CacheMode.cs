namespace Kiln.Caching.GitHub;

/// <summary>
/// What the workflow's key <c>cache-mode</c> asks for. The token has been made after it; the runner names it too, though
/// not to every step, so where it is silent nothing more is forbidden.
/// </summary>
sealed record CacheMode(string? Name)
{
    internal static CacheMode Of(IReadOnlyDictionary<string, string?> environment) =>
        new(environment.GetValueOrDefault("ACTIONS_CACHE_MODE") is { Length: > 0 } mode ? mode : null);

    internal bool Reads => Name is not ("write-only" or "none");

    internal bool Writes => Name is not ("read" or "none");

    internal string WhyNotRead => Reads ? "the run's token may not read any scope" : Declared;

    // BuildKit asks for each layer whether it is there before it writes it, and gives up when it may not ask.
    internal string WhyNotWrittenUnread => Name == "none"
        ? Declared
        : $"{WhyNotRead}, and BuildKit writes only where it may look first";

    internal string WhyNotWritten => Writes
        ? "the run's token may only read, as GitHub decides for events that anyone can cause and for jobs with "
            + "'cache-mode: read'"
        : Declared;

    string Declared => $"the job's 'cache-mode' is '{Name}'";
}

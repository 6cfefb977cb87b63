using Kiln.Primitives;

namespace Kiln.Caching.GitHub;

/// <summary>
/// What GitHub lets a run do with its cache, read from the run's variables before anything is built. buildx reads the
/// same ones and is silent where one is missing; the token itself is never part of this, nor of what it says.
/// </summary>
public sealed record ActionsRuntime
{
    /// <summary>What a run outside of GitHub has: nothing.</summary>
    public static ActionsRuntime None { get; } = Of(new Dictionary<string, string?>(), DateTimeOffset.UnixEpoch);

    /// <summary>
    /// The scopes that are read, in the order in which GitHub looks things up: <c>refs/heads/topic</c>,
    /// <c>refs/heads/main</c>.
    /// </summary>
    public ValueList<string> Readable { get; private init; }

    /// <summary>The scopes that are written: one, or none.</summary>
    public ValueList<string> Writable { get; private init; }

    /// <summary>Why nothing can be read, as a clause; null where <see cref="Readable"/> holds a scope.</summary>
    public string? NotReadSince { get; private init; }

    /// <summary>Why nothing can be written, as a clause; null where <see cref="Writable"/> holds a scope.</summary>
    public string? NotWrittenSince { get; private init; }

    /// <summary>Reads a run's variables. A token that is damaged or no longer valid is a reason, not an error.</summary>
    /// <param name="environment">The process's variables.</param>
    /// <param name="now">The time, which a token may be too old for.</param>
    public static ActionsRuntime Of(IReadOnlyDictionary<string, string?> environment, DateTimeOffset now)
    {
        if (ActionsService.ProblemIn(environment) is { } missing)
            return Without(missing);
        return RuntimeToken.TryRead(environment[ActionsService.Token]!, out var token, out var damage)
            ? token.ProblemAt(now) is { } problem ? Without(problem) : Of(token.Scopes, CacheMode.Of(environment))
            : Without($"{ActionsService.Token} is not a token of GitHub's: {damage}");
    }

    static ActionsRuntime Of(ValueList<TokenScope> scopes, CacheMode mode)
    {
        var readable = scopes.Where(x => x.IsReadable && mode.Reads).Select(x => x.Name).ToValueList();
        var writable = scopes.Where(x => x.IsWritable && mode.Writes).Select(x => x.Name).ToValueList();
        if (readable.Count == 0)
            return new ActionsRuntime { NotReadSince = mode.WhyNotRead, NotWrittenSince = mode.WhyNotWrittenUnread };
        return new ActionsRuntime
        {
            Readable = readable,
            Writable = writable,
            NotWrittenSince = writable.Count == 0 ? mode.WhyNotWritten : null,
        };
    }

    static ActionsRuntime Without(string reason) => new() { NotReadSince = reason, NotWrittenSince = reason };
}

using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>What of a repository is still there. What is not known counts as there.</summary>
sealed record LivingRefs
{
    /// <summary>The branches by name; null where they are not known. No repository has none: who lists none did not see them.</summary>
    internal ValueList<string>? Branches { get; init => field = value is { Count: 0 } ? null : value; }

    /// <summary>The numbers of the requests that are open; null where they are not known.</summary>
    internal ValueList<string>? OpenRequests { get; init; }

    /// <summary>Null where that is not known.</summary>
    internal bool? IsOpen(string request) => OpenRequests?.Contains(request);

    /// <summary>The fate of what belongs to a request.</summary>
    internal (Fate Fate, string Why) OfRequest(string number) => IsOpen(number) switch
    {
        true => (Fate.Stays, $"request {number} is open"),
        false => (Fate.Goes, $"request {number} is closed"),
        null => (Fate.Stays, "which requests are open is not known"),
    };
}

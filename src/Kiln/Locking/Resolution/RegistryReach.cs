using System.Collections.Concurrent;
using Kiln.Oci.Registries;

namespace Kiln.Locking.Resolution;

/// <summary>Asks each registry once whether it is there, so that thirty images of one do not wait thirty times.</summary>
sealed class RegistryReach
{
    readonly ConcurrentDictionary<string, Lazy<Task<RegistryAnswer>>> _answers = new();

    /// <summary>Why a registry cannot be asked; null when it can.</summary>
    internal async Task<string?> ObstacleAsync(string registry) => await AskAsync(registry) switch
    {
        RegistryAnswer.Speaks => null,
        RegistryAnswer.NothingListens => $"nothing listens at {registry}",
        RegistryAnswer.Unreachable unreachable => $"{registry} cannot be reached ({unreachable.Reason})",
        RegistryAnswer.SomethingElse other => $"{registry} is no registry: {other.Answered}",
        var answer => throw new InvalidOperationException($"{answer} is no answer."),
    };

    // What one image waits for must not end with another's patience.
    Task<RegistryAnswer> AskAsync(string registry) => _answers.GetOrAdd(
        registry, x => new Lazy<Task<RegistryAnswer>>(() => RegistryProbe.AskAsync(x, cancellationToken: CancellationToken.None))).Value;
}

using Kiln.Locking.Resolution;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Locking.Restoring;

/// <summary>Looks inputs up anew, and tells which of them mean something else now.</summary>
public sealed class LockUpdater(CommandRunner runner, TimeProvider? clock = null)
{
    /// <summary>
    /// Writes what the inputs mean now; what did not move keeps its entry, so that a diff shows what did. Nothing is written
    /// when one of them cannot be had.
    /// </summary>
    public async Task<LockDiff> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        var needs = LockedNeeds.Of(request.Inputs);
        var before = LockFile.Read(request.Inputs.LockFile) ?? KilnLock.Empty;
        var isAll = request.Only.Count == 0;
        var meant = isAll ? needs.Required : InputNames.Select(needs.Required, request.Only);
        var found = await ResolveAsync(request.Inputs, meant, cancellationToken);

        var after = before.With(WithoutUnmoved(before, found));
        // Of what was not looked up nothing is said here: Restore says it.
        if (LockComparison.Of(after, meant).WrongPlatform is { Count: > 0 } wrong)
            throw (new LockComparison { WrongPlatform = wrong }).ToException(
                Path.GetRelativePath(request.Inputs.Root, request.Inputs.LockFile), "./build.sh UpdateLock");
        after = isAll ? after.Without(LockComparison.Of(after, needs.Required).Unused) : after;
        LockFile.Write(request.Inputs.LockFile, after);
        return LockDiff.Between(before, after);
    }

    /// <summary>What an update would change; nothing is written. What cannot be asked is an error, as it is for an update.</summary>
    public async Task<LockDiff> FindStaleAsync(RestoreRequest request, CancellationToken cancellationToken)
    {
        var needs = LockedNeeds.Of(request);
        var content = LockFile.Read(request.LockFile) ?? KilnLock.Empty;
        var found = await ResolveAsync(request, needs.Required, cancellationToken);
        return LockDiff.Between(content, content.With(WithoutUnmoved(content, found)));
    }

    async Task<KilnLock> ResolveAsync(RestoreRequest request, ValueList<RequiredInput> inputs, CancellationToken cancellationToken)
    {
        using var resolver = new InputResolver(runner, request.Access, request.Mirrors, clock);
        return await resolver.ResolveAsync(inputs, cancellationToken);
    }

    // An entry's time says when its meaning was found, not when somebody last looked; and fields of a newer Kiln stay with
    // what they were written for.
    static KilnLock WithoutUnmoved(KilnLock before, KilnLock found)
    {
        var old = before.Entries.ToDictionary(x => (x.Section, x.Key), x => x.Entry);
        return found.Without(found.Entries
            .Where(x => old.GetValueOrDefault((x.Section, x.Key)) is { } held && IsUnmoved(held, x.Entry))
            .Select(x => new UnusedEntry(x.Section, x.Key)));
    }

    static bool IsUnmoved(LockEntry held, LockEntry now) => held with { Resolved = now.Resolved, Extra = now.Extra } == now;
}

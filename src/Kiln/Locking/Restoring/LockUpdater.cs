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
        var comparison = LockComparison.Of(after, needs.Required);
        if (comparison.WrongPlatform.Count > 0)
            throw (new LockComparison { WrongPlatform = comparison.WrongPlatform }).ToException(
                Path.GetRelativePath(request.Inputs.Root, request.Inputs.LockFile), "./build.sh UpdateLock");
        after = isAll ? after.Without(comparison.Unused) : after;
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

    // An entry's time says when its meaning was found, not when somebody last looked.
    static KilnLock WithoutUnmoved(KilnLock before, KilnLock found)
    {
        var moved = LockDiff.Between(before, found).Changes.Where(x => x is LockChange.Added or LockChange.Moved).Select(x => (x.Section, x.Key)).ToHashSet();
        return found.Without(found.Entries.Where(x => !moved.Contains((x.Section, x.Key))).Select(x => new UnusedEntry(x.Section, x.Key)));
    }
}

using System.Diagnostics;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Resolution;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Locking.Restoring;

/// <summary>
/// Pins what a build takes from outside: compares it with the lock, looks up what is missing where that is allowed, makes
/// sure that all of it can be had, and only then writes the lock.
/// </summary>
public sealed class InputRestorer(CommandRunner runner, TimeProvider? clock = null)
{
    /// <summary>
    /// KILN6004 lists everything in which the lock does not match: missing and unused entries where it is frozen, platforms
    /// that an image lacks, digests that no registry has any more.
    /// </summary>
    public async Task<RestoredInputs> RestoreAsync(RestoreRequest request, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var needs = LockedNeeds.Of(request);
        var before = LockFile.Read(request.LockFile) ?? KilnLock.Empty;
        using var resolver = new InputResolver(runner, request.Access, request.Mirrors, clock);
        var after = request.Mode == LockMode.Frozen ? before : await CompleteAsync(resolver, needs, before, cancellationToken);

        var (places, stale) = await AskAsync(resolver, needs, before, after, cancellationToken);
        var comparison = LockComparison.Of(after, needs.Required);
        var diff = LockDiff.Between(before, after);
        Require(request, comparison with { Gone = GoneAmong(needs, places) });
        if (!diff.IsEmpty)
            LockFile.Write(request.LockFile, after);

        return new RestoredInputs
        {
            Policy = LockPolicy.Of(needs.SourcesIn(after, places)),
            Lock = after,
            OfImages = needs.InputsIn(after),
            Images = places.Select(x => KeyValuePair.Create(x.Key, x.Value.Reference)).ToValueMap(),
            Count = needs.Required.DistinctBy(x => x.Key).Count(),
            Diff = diff,
            Stale = stale.ToValueList(),
            Unused = comparison.Unused,
            Unconfirmed = places.Values.OfType<ImagePlace.Unknown>().Select(x => $"{x.Reference.Familiar}: {x.Reason}").Order().ToValueList(),
            Floating = needs.Floating,
            Steps = needs.Steps,
            Objections = needs.Objections,
            Duration = watch.Elapsed,
        };
    }

    static async Task<KilnLock> CompleteAsync(
        InputResolver resolver, LockedNeeds needs, KilnLock before, CancellationToken cancellationToken)
    {
        var missing = LockComparison.Of(before, needs.Required).Missing.Select(x => (x.Section, x.Key)).ToHashSet();
        var found = await resolver.ResolveAsync(needs.Required.Where(x => missing.Contains((x.Section, x.Key))), cancellationToken);
        return before.With(found);
    }

    // Both at once, and both to their end: the resolver is closed behind them, also when one fails. What was looked up just
    // now is not stale.
    static async Task<(IReadOnlyDictionary<string, ImagePlace> Places, IReadOnlyList<StaleInput> Stale)> AskAsync(
        InputResolver resolver, LockedNeeds needs, KilnLock before, KilnLock after, CancellationToken cancellationToken)
    {
        var places = resolver.LocateAsync(needs.ImagesIn(after).Select(x => (x.Image, x.Entry.Digest)), cancellationToken);
        var stale = resolver.FindStaleAsync(needs.ImagesIn(before), cancellationToken);
        await Task.WhenAll(places, stale);
        return (await places, await stale);
    }

    // On a laptop an entry too many does no harm; the next UpdateLock takes it out.
    static void Require(RestoreRequest request, LockComparison comparison)
    {
        var faults = request.Mode == LockMode.Frozen ? comparison : comparison with { Unused = [] };
        if (!faults.IsMatch)
            throw faults.ToException(Path.GetRelativePath(request.Root, request.LockFile), CommandFor(faults));
    }

    static string CommandFor(LockComparison faults) =>
        faults.Missing.Count > 0 && faults with { Missing = [] } is { IsMatch: true } ? "./build.sh Restore" : "./build.sh UpdateLock";

    static ValueList<MissingInput> GoneAmong(LockedNeeds needs, IReadOnlyDictionary<string, ImagePlace> places) =>
    [
        .. places.Where(x => x.Value is ImagePlace.Gone).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => new MissingInput(
            LockSection.Images,
            ImageReference.Parse(x.Key).WithDigest(x.Value.Reference.Digest!).ToString(),
            needs.Required.Where(y => y.Key == x.Key).Select(y => y.Place).Distinct().ToValueList())),
    ];
}

using Kiln.Downloads;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Locking.Resolution;

/// <summary>Finds out what inputs mean now, several at once and each of them once.</summary>
public sealed class InputResolver : IDisposable
{
    const int AtOnce = 8;

    readonly RegistryClient _client;
    readonly RemoteFile _files = new();
    readonly GitResolver _gits;
    readonly ImageResolver _images;
    readonly ImageLocator _locator;
    readonly TimeProvider _clock;

    /// <summary>Asks nobody yet.</summary>
    public InputResolver(CommandRunner runner, RegistryOptions options, ValueList<Mirror> mirrors, TimeProvider? clock = null)
    {
        var reach = new RegistryReach();
        _clock = clock ?? TimeProvider.System;
        _client = new RegistryClient(options);
        _gits = new GitResolver(runner);
        _images = new ImageResolver(_client, reach, mirrors, _clock);
        _locator = new ImageLocator(_client, reach, mirrors);
    }

    /// <summary>An entry for each input, by section and key. One exception names everything that could not be had.</summary>
    internal async Task<KilnLock> ResolveAsync(IEnumerable<RequiredInput> inputs, CancellationToken cancellationToken)
    {
        var distinct = inputs.DistinctBy(x => (x.Section, x.Key)).ToArray();
        return LockOf(await AllAsync(distinct, x => x, x => ResolveAsync(x, cancellationToken), cancellationToken));
    }

    /// <summary>Who serves each image's bytes, by its key. One exception names all that cannot be asked.</summary>
    internal async Task<IReadOnlyDictionary<string, ImagePlace>> LocateAsync(
        IEnumerable<(RequiredInput.Image Image, Digest Digest)> images, CancellationToken cancellationToken)
    {
        var places = await AllAsync(
            images.DistinctBy(x => x.Image.Key),
            x => x.Image,
            x => _locator.LocateAsync(x.Image.Reference, x.Digest, cancellationToken),
            cancellationToken);
        return places.ToDictionary(x => x.Input.Key, x => x.Answer);
    }

    /// <summary>Those of the images whose names mean something else now. Who does not answer is not stale.</summary>
    internal async Task<IReadOnlyList<StaleInput>> FindStaleAsync(
        IEnumerable<(RequiredInput.Image Image, LockedImage Entry)> images, CancellationToken cancellationToken)
    {
        var answers = await EachAsync(
            images.Where(x => x.Image.Reference.Digest is null).DistinctBy(x => x.Image.Key),
            async x => (x.Image, x.Entry, Now: await _images.TryFindAsync(x.Image.Reference, cancellationToken)),
            cancellationToken);
        return
        [
            .. answers.Where(x => x.Now is not null && x.Now != x.Entry.Digest)
                .Select(x => new StaleInput(x.Image.Key, x.Entry.Digest, x.Now!))
                .OrderBy(x => x.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Closes idle connections.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _files.Dispose();
    }

    async Task<LockEntry> ResolveAsync(RequiredInput input, CancellationToken cancellationToken) => input switch
    {
        RequiredInput.Image image => await _images.ResolveAsync(image.Reference, cancellationToken),
        RequiredInput.Git git => new LockedGit(await _gits.ResolveAsync(git, cancellationToken), _clock.GetUtcNow()),
        RequiredInput.Url url => new LockedUrl(await _files.HashAsync(url.Address, cancellationToken), _clock.GetUtcNow()),
        _ => throw new InvalidOperationException($"{input} is no input."),
    };

    static KilnLock LockOf((RequiredInput Input, LockEntry Entry)[] entries) => new()
    {
        Images = Of<LockedImage>(entries),
        Gits = Of<LockedGit>(entries),
        Urls = Of<LockedUrl>(entries),
    };

    static ValueMap<T> Of<T>((RequiredInput Input, LockEntry Entry)[] entries) where T : LockEntry =>
        entries.Where(x => x.Entry is T).Select(x => KeyValuePair.Create(x.Input.Key, (T)x.Entry)).ToValueMap();

    static async Task<(RequiredInput Input, TAnswer Answer)[]> AllAsync<T, TAnswer>(
        IEnumerable<T> items, Func<T, RequiredInput> inputOf, Func<T, Task<TAnswer>> ask, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var answers = await EachAsync(items, async x => (Input: inputOf(x), Result: await TryAsync(() => ask(x))), cancellationToken);
        var failures = answers.Where(x => x.Result.Failure is not null).ToArray();
        return failures.Length == 0
            ? [.. answers.Select(x => (x.Input, x.Result.Answer!))]
            : throw ResolutionFailure.Of([.. failures.Select(x => (x.Input, x.Result.Failure!))]);
    }

    static async Task<(TAnswer? Answer, KilnException? Failure)> TryAsync<TAnswer>(Func<Task<TAnswer>> ask) where TAnswer : class
    {
        try
        {
            return (await ask(), null);
        }
        catch (KilnException failure)
        {
            // All are told together, when all have been asked.
            return (null, failure);
        }
    }

    static async Task<TResult[]> EachAsync<T, TResult>(
        IEnumerable<T> items, Func<T, Task<TResult>> ask, CancellationToken cancellationToken)
    {
        var list = items.ToArray();
        var answers = new TResult[list.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(list.Index(), options, async (x, _) => answers[x.Index] = await ask(x.Item));
        return answers;
    }
}

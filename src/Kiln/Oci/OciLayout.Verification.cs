using System.Collections.Concurrent;

namespace Kiln.Oci;

public sealed partial class OciLayout
{
    /// <summary>
    /// Recomputes the digest and size of everything that <c>index.json</c> reaches. All differences are reported in one
    /// KILN2031 that names both values of each. Returns what was checked.
    /// </summary>
    public async Task<IReadOnlyList<Descriptor>> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var contents = Collect(Index.Manifests);
        var problems = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(contents.Blobs, cancellationToken, async (blob, token) =>
        {
            if (await FindProblemAsync(blob, token) is { } problem)
                problems.Add(problem);
        });

        if (!problems.IsEmpty)
            throw Damaged([.. problems.Order(StringComparer.Ordinal)]);
        return [.. contents.Manifests, .. contents.Blobs];
    }

    async Task<string?> FindProblemAsync(Descriptor blob, CancellationToken cancellationToken)
    {
        if (FindSizeProblem(blob) is { } problem)
            return problem;

        await using var stream = OpenBlob(blob);
        var actual = await blob.Digest.RecomputeAsync(stream, cancellationToken);
        return actual == blob.Digest ? null : DigestDiffers(blob, actual);
    }
}

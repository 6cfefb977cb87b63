namespace Kiln.Contracts.PublicApi;

internal static class ApiComparison
{
    /// <summary>A sentence for every line that the reference lacks, with the lines of the same name where there are any.</summary>
    public static IEnumerable<string> Differences(IEnumerable<ApiLine> actual, IReadOnlyCollection<ApiLine> reference)
    {
        var known = reference.ToHashSet();
        var byName = reference.ToLookup(x => (x.Type, x.Name));
        return actual.Where(x => !known.Contains(x)).Select(x => Describe(x, [.. byName[(x.Type, x.Name)]]));
    }

    private static string Describe(ApiLine line, IReadOnlyCollection<ApiLine> namesakes) =>
        namesakes.Count == 0
            ? $"not in NUKE 10.1.0: {line}"
            : $"differs from NUKE 10.1.0: {line}{string.Concat(namesakes.Select(x => $"\n    there: {x.Signature}"))}";
}

namespace Kiln.Contracts;

internal static class Contract
{
    /// <summary>Fails with every violation in full, one a line; xunit's own messages cut lists short.</summary>
    public static void Holds(IEnumerable<string> violations)
    {
        var list = violations.Order(StringComparer.Ordinal).ToList();

        Assert.True(list.Count == 0, $"{list.Count} violations:\n{string.Join('\n', list)}");
    }
}

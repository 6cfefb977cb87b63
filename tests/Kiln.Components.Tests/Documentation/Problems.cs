namespace Kiln.Components.Tests.Documentation;

static class Problems
{
    /// <summary>Fails with every problem in full, one a line; xunit's own messages cut lists short.</summary>
    internal static void ExpectNone(IEnumerable<string> problems)
    {
        var all = problems.ToArray();

        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}

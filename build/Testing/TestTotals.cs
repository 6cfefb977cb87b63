using System.Xml.Linq;

namespace Testing;

/// <summary>How many tests did what; prints itself as CI reads it.</summary>
sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    /// <summary>Sums up an xunit.net v2+ XML report: one <c>assembly</c> element a project.</summary>
    internal static TestTotals Of(XDocument report)
    {
        var assemblies = report.Descendants("assembly").ToArray();
        return new TestTotals(
            Sum(assemblies, "passed"),
            Sum(assemblies, "failed") + Sum(assemblies, "errors"),
            Sum(assemblies, "skipped") + Sum(assemblies, "not-run"));
    }

    public static TestTotals operator +(TestTotals left, TestTotals right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    static int Sum(XElement[] assemblies, string name) => assemblies.Sum(x => (int?)x.Attribute(name) ?? 0);
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kiln.Contracts.Documentation;

public class DependencyListTests
{
    private static readonly HashSet<string> Packages =
    [
        .. XDocument.Load(Repository.PathTo("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(x => x.Attribute("Include")!.Value),
    ];

    private static readonly HashSet<string> Listed =
    [
        .. File.ReadLines(Repository.PathTo("docs", "dependencies.md"))
            .Select(x => Regex.Match(x, @"^\| `(?<name>[^`]+)` \| \S.*\S \|$"))
            .Where(x => x.Success)
            .Select(x => x.Groups["name"].Value),
    ];

    [Fact]
    public void Every_package_has_a_line_with_its_reason()
    {
        var missing = Packages.Except(Listed);

        Contract.Holds(missing.Select(x => $"{x} has no line in docs/dependencies.md"));
    }

    [Fact]
    public void Every_line_is_about_a_package_that_is_used()
    {
        var left = Listed.Except(Packages);

        Contract.Holds(left.Select(x => $"{x} is in docs/dependencies.md, not in Directory.Packages.props"));
    }
}

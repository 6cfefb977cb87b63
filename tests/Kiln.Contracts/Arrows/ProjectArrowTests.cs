using System.Reflection;
using System.Xml.Linq;

namespace Kiln.Contracts.Arrows;

public class ProjectArrowTests
{
    /// <summary>Which projects each project of src may reference. A new project adds a row.</summary>
    private static readonly Dictionary<string, string[]> AllowedInSrc = new()
    {
        ["Kiln"] = [],
        ["Kiln.Engine"] = ["Kiln"],
        ["Kiln.Components"] = ["Kiln", "Kiln.Engine"],
    };

    [Fact]
    public void Each_project_of_src_references_only_what_lies_below_it()
    {
        var violations =
            from project in ProjectsIn("src")
            from reference in ReferencesOf(project)
            where !AllowedInSrc.GetValueOrDefault(NameOf(project), []).Contains(NameOf(reference))
            select $"{NameOf(project)} must not reference {NameOf(reference)}";

        Contract.Holds(violations);
    }

    [Fact]
    public void Each_project_of_src_has_a_row_here()
    {
        var projects = ProjectsIn("src").Select(NameOf);

        Contract.Holds(projects.Except(AllowedInSrc.Keys).Select(x => $"{x} has no row in {nameof(AllowedInSrc)}"));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("build")]
    [InlineData("samples")]
    public void Nobody_outside_knows_the_tests(string folder)
    {
        var tests = ProjectsIn("tests").Select(NameOf).ToHashSet();

        var violations =
            from project in ProjectsIn(folder)
            from reference in ReferencesOf(project)
            where tests.Contains(NameOf(reference))
            select $"{NameOf(project)} must not reference {NameOf(reference)}";

        Contract.Holds(violations);
    }

    [Fact]
    public void Kiln_is_compiled_without_NUKE_and_without_the_engine()
    {
        var references = Assembly.Load("Kiln").GetReferencedAssemblies().Select(x => x.Name!);

        Contract.Holds(references.Where(x => x.StartsWith("Nuke.") || x.StartsWith("Kiln.") || x == "Serilog"));
    }

    private static IEnumerable<string> ProjectsIn(string folder)
    {
        var directory = new DirectoryInfo(Repository.PathTo(folder));
        return directory.Exists
            ? directory.EnumerateFiles("*.csproj", SearchOption.AllDirectories).Select(x => x.FullName)
            : [];
    }

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(x => x.Attribute("Include")!.Value);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
}

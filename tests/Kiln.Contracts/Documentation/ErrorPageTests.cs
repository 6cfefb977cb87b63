using System.Reflection;
using System.Text.RegularExpressions;

namespace Kiln.Contracts.Documentation;

public class ErrorPageTests
{
    private static readonly Dictionary<string, string> Pages =
        Directory.EnumerateFiles(Repository.PathTo("docs", "errors"), "*.md")
            .ToDictionary(x => Path.GetFileNameWithoutExtension(x), File.ReadAllText);

    /// <summary>Found by reflection, so that a code in any of the partial files counts.</summary>
    private static readonly FieldInfo[] Codes =
        Assembly.Load("Kiln").GetType("Kiln.ErrorCodes")?.GetFields(BindingFlags.Public | BindingFlags.Static) ?? [];

    private static readonly string[] CodeTexts = [.. Codes.Select(x => (string)x.GetRawConstantValue()!)];

    [Fact]
    public void Every_code_has_a_page()
    {
        var missing = Codes.Where(x => !Pages.ContainsKey((string)x.GetRawConstantValue()!));

        Contract.Holds(missing.Select(x => $"docs/errors/{x.GetRawConstantValue()}.md is missing ({x.Name})"));
    }

    [Fact]
    public void Every_page_has_a_code()
    {
        var orphans = Pages.Keys.Except(CodeTexts);

        Contract.Holds(orphans.Select(x => $"docs/errors/{x}.md explains a code that ErrorCodes does not hold"));
    }

    [Fact]
    public void No_code_means_two_things()
    {
        var shared = Codes.GroupBy(x => x.GetRawConstantValue()).Where(x => x.Count() > 1);

        Contract.Holds(shared.Select(x => $"{x.Key} is {string.Join(" and ", x.Select(y => y.Name))}"));
    }

    [Fact]
    public void Every_code_belongs_to_an_area()
    {
        var strangers = CodeTexts.Where(x => !Regex.IsMatch(x, "^KILN[1-6][0-9]{3}$"));

        Contract.Holds(strangers);
    }

    [Fact]
    public void Every_page_names_its_code_and_says_what_happened_and_what_to_do()
    {
        var incomplete = Pages.Where(x =>
            !x.Value.StartsWith($"# {x.Key}: ")
            || !x.Value.Contains("\n## What happened\n")
            || !x.Value.Contains("\n## What to do\n"));

        Contract.Holds(incomplete.Select(x => $"docs/errors/{x.Key}.md"));
    }
}

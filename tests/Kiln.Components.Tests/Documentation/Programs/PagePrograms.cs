using System.Text.RegularExpressions;

namespace Kiln.Components.Tests.Documentation.Programs;

/// <summary>The C# of a page: its blocks, and members of a build within sentences.</summary>
static partial class PagePrograms
{
    internal static IEnumerable<Fence> Of(Page page) => page.Fences
        .Where(x => x.Language == "csharp")
        .Concat(page.CodeSpans
            .Where(x => MemberPattern().IsMatch(x.Text))
            .Select(x => new Fence(page.Name, x.Line, "csharp", $"{x.Text.TrimEnd(';')};", Above: "")));

    // As 'FanOut IHazPipelines.FanOut => FanOut.ByPlatform', also without the semicolon.
    [GeneratedRegex(@"^\S+ I[A-Z]\w+\.\w+ => ")]
    private static partial Regex MemberPattern();
}

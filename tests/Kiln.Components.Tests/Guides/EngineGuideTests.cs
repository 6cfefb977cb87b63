using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kiln.Components.Tests.Guides;

public sealed partial class EngineGuideTests
{
    [Fact]
    public void Every_example_of_the_guide_is_compiled()
    {
        var here = Path.GetDirectoryName(ThisFile())!;
        var compiled = WithoutIndents(File.ReadAllText(Path.Combine(here, "EngineGuide.cs")));
        var guide = File.ReadAllText(Path.Combine(here, "..", "..", "..", "docs", "guides", "engines.md"));

        var examples = Examples().Matches(guide).Select(x => WithoutIndents(x.Groups["text"].Value)).ToArray();

        Assert.NotEmpty(examples);
        Assert.All(examples, x => Assert.Contains(x, compiled));
    }

    static string WithoutIndents(string text) => string.Join('\n', text.Trim().Split('\n').Select(x => x.Trim()));

    static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("^```csharp\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiln.Agreement.Trivy;

/// <summary>
/// Reads the tests of Trivy's checks of Dockerfiles (github.com/aquasecurity/trivy-checks, checks/docker/*_test.rego): an input, which is JSON but for a comma
/// at the end of a list, and behind it how many findings it has.
/// </summary>
static partial class TrivyTests
{
    const string Case = "tc.cmds";

    static readonly JsonDocumentOptions Loose = new() { AllowTrailingCommas = true };

    /// <summary>How many inputs a folder has, so that none is lost unseen; those of a table count once.</summary>
    public static int CountIn(string folder) => Files(folder).Sum(x => Inputs().Count(File.ReadAllText(x)));

    /// <summary>The verdicts that can be read, each with the place of its input.</summary>
    public static IReadOnlyList<(int Input, TrivyVerdict Verdict)> In(string folder) =>
        [.. Files(folder).SelectMany(OfFile)];

    static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*_test.rego", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    static IEnumerable<(int Input, TrivyVerdict Verdict)> OfFile(string path)
    {
        var text = File.ReadAllText(path);
        var check = $"DS-{int.Parse(Package().Match(text).Groups["number"].Value):0000}";
        foreach (Match input in Inputs().Matches(text))
        {
            var (line, end) = (text.AsSpan(0, input.Index).Count('\n') + 1, EndOf(text, input.Index + input.Length - 1));
            var literal = text[(input.Index + input.Length - 1)..end];
            foreach (var (json, isDenied) in literal.Contains(Case, StringComparison.Ordinal) ? OfTable(text, input.Index, literal) : [(literal, IsDenied(text, end))])
                if (isDenied is { } denied && TrivyInput.Dockerfile(json, Loose) is { } dockerfile)
                    yield return (input.Index, new TrivyVerdict(Path.GetFileName(path), line, check, dockerfile, denied));
        }
    }

    // some name, tc in { "what it is": { "cmds": […], "expected": 1 }, … }
    static IEnumerable<(string Json, bool? IsDenied)> OfTable(string text, int before, string literal)
    {
        var start = text.LastIndexOf(" in {", before, StringComparison.Ordinal) + " in ".Length;
        using var table = JsonDocument.Parse(text[start..EndOf(text, start)], Loose);
        foreach (var row in table.RootElement.EnumerateObject().Select(x => x.Value).ToArray())
            yield return (literal.Replace(Case, row.GetProperty("cmds").GetRawText(), StringComparison.Ordinal), row.GetProperty("expected").GetInt32() > 0);
    }

    static bool? IsDenied(string text, int end) => Count().Match(text, end) is { Success: true } count
        ? count.Groups["sign"].Value == ">" || count.Groups["number"].Value != "0"
        : null;

    // Behind the brace that closes the one at an offset; braces in strings do not count.
    static int EndOf(string text, int open)
    {
        var (depth, isText) = (0, false);
        for (var at = open; at < text.Length; at++)
        {
            if (text[at] == '"' && text[at - 1] != '\\')
                isText = !isText;
            depth += isText ? 0 : text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at + 1;
        }

        return text.Length;
    }

    [GeneratedRegex(@"^package builtin\.dockerfile\.DS(?<number>\d+)", RegexOptions.Multiline)]
    private static partial Regex Package();

    [GeneratedRegex(@"with input as (\{|[a-z])")]
    private static partial Regex Inputs();

    [GeneratedRegex(@"\G[^}]*?count\(\w+\) *(?<sign>==|=|>) *(?<number>\d+)")]
    private static partial Regex Count();
}

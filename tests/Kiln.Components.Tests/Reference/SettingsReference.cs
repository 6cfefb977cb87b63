using System.Reflection;
using System.Text;

namespace Kiln.Components.Tests.Reference;

/// <summary>The page that lists what settings and facts of components are made of, member by member.</summary>
static class SettingsReference
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly XmlSummaries Summaries = new(typeof(ImageSpec).Assembly);

    internal static string Page()
    {
        var text = new StringBuilder(
            "# Settings\n\nMade of the sources by the tests; `UPDATE_SNAPSHOTS=1` writes it anew. What the settings and facts of [components](components.md) are made of, and that in its turn. "
            + "`_ => _ with { … }` changes what it names and keeps the rest; `[x]` replaces a list, `[.. _.X, x]` adds to it.\n");
        foreach (var type in SettingsTypes.All())
            Append(text, type);
        return text.ToString();
    }

    static void Append(StringBuilder text, Type type)
    {
        text.Append($"\n## {TypeText.Of(type)}\n\n{Summaries.TryOf(type)}\n");
        if (SettingsTypes.CasesOf(type).ToArray() is { Length: > 0 } cases)
            text.Append($"\nOne of {string.Join(", ", cases.Select(x => $"`{TypeText.Of(x)}`").Order(StringComparer.Ordinal))}.\n");
        if (type.IsEnum)
            MarkdownTable.Append(text, ["value", "what"], type.GetFields(Declared).Where(x => x.IsLiteral).Select(x => (string[])[$"`{x.Name}`", Summaries.TryOf(x) ?? ""]));
        MarkdownTable.Append(text, ["name", "type", "default", "what"], SettingsTypes.MembersOf(type).Select(RowOf));
        MarkdownTable.Append(text, ["choice", "what"], SettingsTypes.ChoicesOf(type).Select(x => (string[])[$"`{x.Text}`", Summaries.TryOf(x.Member) ?? ""]));
    }

    static string[] RowOf(PropertyInfo property)
    {
        var summary = Summaries.TryOf(property) ?? "";
        // Defaults are told in words, behind what it is.
        var (what, otherwise) = summary.IndexOf("Default: ", StringComparison.Ordinal) is >= 0 and var start
            ? (summary[..start].TrimEnd(), summary[(start + "Default: ".Length)..])
            : (summary, SettingsTypes.IsRequired(property) ? "has to be said" : SettingsTypes.MayBeNone(property) ? "none." : "");
        return [$"`{property.Name}`", $"`{TypeText.Of(property)}`", otherwise, what];
    }
}

using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kiln.Components.Tests.Reference;

/// <summary>What the sources say of types and properties, as Markdown.</summary>
sealed partial class XmlSummaries
{
    readonly Dictionary<string, XElement> _summaries;

    internal XmlSummaries(Assembly assembly) => _summaries = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
        .Where(x => x.Element("summary") is not null)
        .ToDictionary(x => x.Attribute("name")!.Value, x => x.Element("summary")!);

    internal string Of(Type type) => Text($"T:{type.FullName}");

    internal string Of(PropertyInfo property) => Text($"P:{property.DeclaringType!.FullName}.{property.Name}");

    string Text(string name) => _summaries.TryGetValue(name, out var summary)
        ? Blanks().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim()
        : throw new InvalidOperationException($"{name} has no summary.");

    static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => $"`{target.Value[(target.Value.LastIndexOf('.') + 1)..]}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("langword")?.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Markdown)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

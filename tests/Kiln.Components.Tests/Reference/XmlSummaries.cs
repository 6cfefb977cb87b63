using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kiln.Components.Tests.Reference;

/// <summary>What the sources say of types and properties, as Markdown.</summary>
sealed partial class XmlSummaries
{
    readonly Dictionary<string, XElement> _members;

    internal XmlSummaries(Assembly assembly) =>
        _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(x => x.Attribute("name")!.Value);

    /// <summary>Of a type, a property, a field, or of the first method of that name.</summary>
    internal string Of(MemberInfo member) => TryOf(member) ?? throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} has no summary.");

    /// <summary>Null where the sources say nothing, as of what a name says.</summary>
    internal string? TryOf(MemberInfo member) => Find(member) is { } found ? Blanks().Replace(string.Concat(found.Nodes().Select(Markdown)), " ").Trim() : null;

    XElement? Find(MemberInfo member) => member switch
    {
        Type type => Summary($"T:{NameOf(type)}"),
        // What a record says of the parameters that become its properties.
        PropertyInfo { DeclaringType: { } type } => Summary($"P:{NameOf(type)}.{member.Name}")
            ?? _members.GetValueOrDefault($"T:{NameOf(type)}")?.Elements("param").FirstOrDefault(x => x.Attribute("name")?.Value == member.Name)
            ?? (type.BaseType?.GetProperty(member.Name) is { } inherited ? Find(inherited) : null),
        FieldInfo { DeclaringType: { } type } => Summary($"F:{NameOf(type)}.{member.Name}"),
        { DeclaringType: { } type } when $"M:{NameOf(type)}.{member.Name}" is var name => _members.Keys
            .Where(x => x == name || x.StartsWith($"{name}(", StringComparison.Ordinal) || x.StartsWith($"{name}`", StringComparison.Ordinal))
            .Select(Summary)
            .FirstOrDefault(x => x is not null),
        _ => null,
    };

    XElement? Summary(string name) => _members.GetValueOrDefault(name) is { } member
        ? member.Element("summary") ?? (member.Element("inheritdoc")?.Attribute("cref") is { } other ? Summary(other.Value) : null)
        : null;

    // Of M:Kiln.BuildContext.OfFolder(System.String) the name alone.
    static string NameIn(string id) => id.Split('(')[0].Split('.')[^1];

    static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => $"`{NameIn(target.Value)}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("langword")?.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Markdown)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

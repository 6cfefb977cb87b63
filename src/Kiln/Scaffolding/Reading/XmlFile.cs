using System.Xml;
using System.Xml.Linq;
using Kiln.Scaffolding.Recognition;

namespace Kiln.Scaffolding.Reading;

/// <summary>Files of XML, read without their namespaces: a pom.xml has one, an old csproj has another.</summary>
static class XmlFile
{
    /// <summary>Refuses what is no XML, or has another root: KILN1071.</summary>
    public static XElement Read(FolderTree tree, string path, string rootName) => tree.Once(path, () => Parse(tree, path, rootName));

    static XElement Parse(FolderTree tree, string path, string rootName)
    {
        var text = tree.Read(path);
        try
        {
            var root = XDocument.Parse(text).Root!;
            return root.Name.LocalName == rootName ? root
                : throw ScaffoldMessages.Unreadable(path, null, $"<{rootName}> was expected as its outermost element, and it is <{root.Name.LocalName}>.");
        }
        catch (XmlException exception)
        {
            // The message ends with the position, which stands before it already.
            throw ScaffoldMessages.Unreadable(path, exception.LineNumber, $"XML was expected. {exception.Message.Split(" Line ")[0]}");
        }
    }

    /// <summary>Elements of that name, anywhere below.</summary>
    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants().Where(x => x.Name.LocalName == name);

    /// <summary>The element at the end of these names; null where there is none.</summary>
    public static XElement? At(this XElement? element, params string[] names) =>
        names.Aggregate(element, (at, name) => at?.Elements().FirstOrDefault(x => x.Name.LocalName == name));

    /// <summary>What stands in the element at the end of these names; null where that is nothing.</summary>
    public static string? TextAt(this XElement? element, params string[] names) => element.At(names)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An attribute; null where there is none.</summary>
    public static string? Named(this XElement element, string name) => element.Attributes().FirstOrDefault(x => x.Name.LocalName == name)?.Value;
}

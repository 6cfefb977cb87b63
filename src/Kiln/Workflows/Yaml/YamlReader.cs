using Kiln.Primitives;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Workflows.Yaml;

/// <summary>Reads a document as nodes; what a plain scalar means is read as Kiln writes it, so that only <c>true</c>, numbers and <c>null</c> are no text.</summary>
static class YamlReader
{
    /// <summary>KILN5002 with line and column where it is no YAML, or uses what workflow files do not: anchors, tags, several documents.</summary>
    /// <param name="text">The document.</param>
    /// <param name="place">What people know it by: a path, or who said it.</param>
    internal static YamlNode Read(string text, string place)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
                return YamlMap.Empty;
            parser.Consume<DocumentStart>();
            var node = ReadNode(parser);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out var _) ? node : throw new YamlException(parser.Current!.Start, parser.Current.End, "a second document begins");
        }
        catch (YamlException error)
        {
            throw new KilnException(
                ErrorCodes.YamlUnreadable,
                $"{place}:{error.Start.Line}:{error.Start.Column}: this is no YAML that a CI host reads: {error.Message.TrimEnd('.')}.",
                error);
        }
    }

    static YamlNode ReadNode(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return scalar.Style == ScalarStyle.Plain && IsValue(scalar.Value) ? new YamlValue(scalar.Value is "" or "~" ? "null" : scalar.Value) : new YamlText(scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadNode(parser));
            return new YamlList(items.ToValueList());
        }

        if (!parser.TryConsume<MappingStart>(out _))
            throw new YamlException(parser.Current!.Start, parser.Current.End, "an alias is not known here");
        var entries = new List<(string, YamlNode?)>();
        while (!parser.TryConsume<MappingEnd>(out _))
            entries.Add((parser.Consume<Scalar>().Value, ReadNode(parser)));
        return YamlMap.Of(entries);
    }

    // Words such as 'on' are text to GitHub, and of the numbers only those that both versions know are numbers.
    static bool IsValue(string text) => text is "" or "~" or "null" or "true" or "false" || (!PlainText.IsText(text) && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _));
}

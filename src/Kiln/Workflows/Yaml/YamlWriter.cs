using System.Text;
using Kiln.Primitives;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Workflows.Yaml;

/// <summary>
/// Writes a map as a document that a person might have written: blocks, two blanks deep, quotes only where they are needed, an empty line between
/// parts. What it writes means the same to readers of YAML 1.1 and 1.2.
/// </summary>
static class YamlWriter
{
    /// <summary>The document, with a line feed at its end.</summary>
    /// <param name="document">What is written.</param>
    /// <param name="header">Lines of a comment above it.</param>
    /// <param name="spaced">Entries of it whose own entries also have empty lines between them, such as <c>jobs</c>.</param>
    internal static string Write(YamlMap document, IEnumerable<string> header, params IReadOnlyCollection<string> spaced)
    {
        var parts = document.Entries.SelectMany(x => spaced.Contains(x.Name) && x.Node is YamlMap { Entries.Count: > 0 } map
            ? map.Entries.Select((y, index) => WithoutName(Write(YamlMap.Of((x.Name, YamlMap.Of((y.Name, y.Node))))), index > 0))
            : [Write(YamlMap.Of((x.Name, x.Node)))]).ToArray();
        var comment = string.Concat(header.Select(x => $"# {x}".TrimEnd() + "\n"));
        // One-line parts at the top belong together.
        var body = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
            body.Append(i > 0 && (IsLong(parts[i - 1]) || IsLong(parts[i])) ? "\n" : "").Append(parts[i]);
        return comment.Length > 0 ? $"{comment}\n{body}" : body.ToString();
    }

    static bool IsLong(string part) => part.AsSpan(0, part.Length - 1).Contains('\n');

    static string WithoutName(string text, bool isFollowing) => isFollowing ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;

    static string Write(YamlMap map)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var settings = new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024).WithIndentedSequences();
        var emitter = new Emitter(text, settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        EmitMap(emitter, map, isTop: true);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    static void Emit(Emitter emitter, YamlNode node)
    {
        switch (node)
        {
            case YamlText text:
                EmitText(emitter, text.Text);
                if (text.Comment is { } comment)
                    emitter.Emit(new Comment(comment, isInline: true));
                break;
            case YamlValue value:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value.Text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
            case YamlList list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, IsShort(list.Items) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items)
                    Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case YamlMap map:
                EmitMap(emitter, map, isTop: false);
                break;
            default:
                throw new InvalidOperationException($"{node} is no node.");
        }
    }

    static void EmitMap(Emitter emitter, YamlMap map, bool isTop)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
        foreach (var (name, value) in map.Entries)
        {
            EmitName(emitter, name, isTop);
            Emit(emitter, value);
        }

        emitter.Emit(new MappingEnd());
    }

    // GitHub's own key is written by everybody without quotes, and read as text by its parser, which knows YAML 1.2 only.
    static void EmitName(Emitter emitter, string name, bool isTop)
    {
        if (isTop && name == "on")
            emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, name, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: true));
        else
            EmitText(emitter, name);
    }

    static void EmitText(Emitter emitter, string text) => emitter.Emit(
        new Scalar(AnchorName.Empty, TagName.Empty, text, StyleOf(text), isPlainImplicit: true, isQuotedImplicit: true));

    static ScalarStyle StyleOf(string text) =>
        PlainText.IsSafe(text) ? ScalarStyle.Plain
        : BlockText.IsSafe(text) ? ScalarStyle.Literal
        : BlockText.IsPrintable(text) && !text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.SingleQuoted
        : ScalarStyle.DoubleQuoted;

    // A few names side by side, as people write branches.
    static bool IsShort(ValueList<YamlNode> items) => items.Count == 0
        || (items.All(x => x is YamlValue || (x is YamlText { Comment: null } text && PlainText.IsSafe(text.Text) && IsFlowSafe(text.Text)))
            && items.Sum(x => x is YamlText text ? text.Text.Length + 2 : 8) < 80);

    static bool IsFlowSafe(string text) => text.IndexOfAny([',', '[', ']', '{', '}', ' ', '$']) < 0;
}

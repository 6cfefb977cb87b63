using System.Text;
using Kiln.Engine.Parameters;
using Nuke.Common.Execution;

namespace Kiln.Engine.Output.Help;

/// <summary>The build's own parameters, then the engine's.</summary>
static class ParameterHelp
{
    const int NarrowestColumn = 16;
    const int WidestLine = 90;

    public static string Text(IEnumerable<Parameter> parameters, IEnumerable<ExecutableTarget> targets)
    {
        var rows = parameters.ToLookup(x => x.IsBuiltIn, x => (Name: x.DashedName, Text: Describe(x, targets)));
        var width = rows.SelectMany(x => x).Select(x => x.Name.Length).Append(NarrowestColumn).Max();

        var text = new StringBuilder("Parameters:").AppendLine();
        if (rows[false].Any())
            text.AppendLine();
        foreach (var row in rows[false])
            Append(text, row.Name, row.Text, width);

        text.AppendLine();
        foreach (var row in rows[true])
            Append(text, row.Name, row.Text, width);

        return text.ToString();
    }

    static string Describe(Parameter parameter, IEnumerable<ExecutableTarget> targets)
    {
        if (parameter.Description is not { } description)
            return "<no description>";

        var defaults = targets.Where(x => x.IsDefault).Select(x => x.Name).ToList();
        var names = defaults.Count > 0 ? string.Join(", ", defaults) : "<none>";
        return description.Replace("{default_target}", names) + ".";
    }

    static void Append(StringBuilder text, string name, string description, int width)
    {
        var indent = new string(' ', width + 6);
        var lines = Wrap(description, WidestLine - indent.Length);
        text.AppendLine($"  --{name.PadRight(width)}  {lines[0]}");
        foreach (var line in lines.Skip(1))
            text.AppendLine(indent + line);
    }

    /// <summary>Each line begins with a space, as NUKE's do.</summary>
    static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length > width)
                lines.Add("");
            lines[^1] += $" {word}";
        }

        return lines;
    }
}

namespace Kiln.Workflows.GitLab;

/// <summary>A step in PowerShell, whose environment is the process's: variables get back what they were.</summary>
static class PowerShellBlock
{
    // PowerShell takes typographic quotes for quotes: about_Quoting_Rules.
    static readonly char[] Quotes = ['\'', '\u2018', '\u2019', '\u201A', '\u201B'];

    internal static string Of(Step.Run run)
    {
        (string Name, string Value)[] variables = [.. run.Variables.Select(x => (x.Key, Quoted(x.Value))), .. GitLabScript.Renamed(run).Select(x => (x.Variable, $"$env:{x.StoredAs}"))];
        return variables.Length == 0
            ? $"& {{\n{run.Script.TrimEnd()}\n}}"
            : $"& {{\n{Lines(variables, (x, i) => $"$before{i} = $env:{x.Name}; $env:{x.Name} = {x.Value}")}try {{\n{run.Script.TrimEnd()}\n}} finally {{\n"
                + $"{Lines(variables, (x, i) => $"$env:{x.Name} = $before{i}")}}}\n}}";
    }

    static string Lines((string Name, string Value)[] variables, Func<(string Name, string Value), int, string> line) => string.Concat(variables.Select((x, i) => line(x, i) + "\n"));

    static string Quoted(string text) => $"'{string.Concat(text.Select(x => Quotes.Contains(x) ? $"{x}{x}" : $"{x}"))}'";
}

using System.Text.RegularExpressions;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>How a run of build.sh ended, and all that it printed.</summary>
sealed record Outcome(int ExitCode, string Output)
{
    internal Outcome Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}");
        return this;
    }

    /// <summary>Ended with this exit code and printed this; else all that it printed is shown, since nobody can run it again.</summary>
    internal void Failed(int exitCode, string pattern) => Assert.True(
        ExitCode == exitCode && Regex.IsMatch(Output, pattern),
        $"exit code {ExitCode}; expected were {exitCode} and '{pattern}'\n{Output}");

    /// <summary>The last digest that the run printed.</summary>
    internal string Digest => Field("Digest");

    /// <summary>What stands behind a word of the summary, where it was printed last.</summary>
    internal string Field(string word) => Output.Split('\n')
        .Select(x => x.Contains("] ") ? x[(x.IndexOf("] ", StringComparison.Ordinal) + 2)..] : x)
        .Last(x => x.StartsWith(word + " ", StringComparison.Ordinal))[word.Length..].Trim();
}

using System.Text.RegularExpressions;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Tests.Runs;

/// <summary>What became of a run.</summary>
sealed record TestRun(int ExitCode, string RawOutput, NukeBuild? Build)
{
    /// <summary>As a person sees it, without what differs from run to run.</summary>
    public string Output { get; } = Settle(RawOutput);

    public string[] Lines => Output.Split('\n');

    /// <summary>The names of the plan, in order.</summary>
    public string Plan => string.Join(" ", Targets.Select(x => x.Name));

    /// <summary>The plan with what became of each target.</summary>
    public string Statuses => string.Join(" ", Targets.Select(x => $"{x.Name}:{x.Status}"));

    public string Summary(string target)
        => string.Join(", ", Targets.Single(x => x.Name == target).SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));

    public T BuildAs<T>() => (T)(object)Build!;

    static string Settle(string text)
    {
        text = text.Replace("\u200B", "").Replace('\u00A0', ' ');
        text = Regex.Replace(text, @"\d\d:\d\d:\d\d(?=.{0,30} \[)", "00:00:00");
        text = Regex.Replace(text, @"(succeeded|failed) on [^.]*\.", "$1 on <date>.");
        return Regex.Replace(text, @"Kiln Engine [\d.]+", "Kiln Engine <version>");
    }

    IEnumerable<ExecutableTarget> Targets => Build?.ExecutionPlan ?? [];
}

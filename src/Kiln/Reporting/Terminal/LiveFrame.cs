using Kiln.Buildx.Progress;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Kiln.Reporting.Terminal;

/// <summary>One picture of a running solve, no higher than the terminal.</summary>
static class LiveFrame
{
    const int BarWidth = 20;
    const int TransfersShown = 4;
    const int NameWidth = 28;

    internal static IRenderable Of(LiveSnapshot snapshot, TimeSpan elapsed, int height)
    {
        var lines = new List<string> { Headline(snapshot, elapsed) };
        foreach (var group in snapshot.Groups.OrderBy(x => x.Running.Count == 0))
            lines.AddRange(Lines(group));
        lines.AddRange(snapshot.Others.SelectMany(x => Lines(x)));
        var room = Math.Max(2, height - 1);
        if (lines.Count > room)
            lines = [.. lines.Take(room - 1), $"[grey]… {lines.Count - room + 1} more lines[/]"];
        return new Rows(lines.Select(x => new Markup(x) { Overflow = Overflow.Ellipsis }));
    }

    static string Headline(LiveSnapshot snapshot, TimeSpan elapsed) =>
        $"[bold]Building[/]  {snapshot.Done} of {snapshot.Known} steps, {snapshot.Cached} cached, {snapshot.Known - snapshot.Done} remaining  "
        + $"[grey]{HumanUnits.Duration(elapsed)}[/]";

    static IEnumerable<string> Lines(LiveGroup group)
    {
        var name = Markup.Escape(group.Name.PadRight(NameWidth));
        var cached = group.Cached > 0 ? $"[grey], {group.Cached} cached[/]" : "";
        yield return $"{(group.Running.Count > 0 ? "[cyan]●[/]" : group.Done == group.Known ? "[green]✓[/]" : "[grey]○[/]")} {name} "
            + $"{Bar(group.Done, group.Known)} {group.Done}/{group.Known}{cached}";
        foreach (var line in group.Running.SelectMany(x => Lines(x)))
            yield return line;
    }

    static IEnumerable<string> Lines(LiveStep step)
    {
        yield return $"    [yellow]{HumanUnits.Duration(step.Elapsed),10}[/]  {Markup.Escape(step.Line)}";
        foreach (var transfer in step.Transfers.Where(x => x.Current > 0 || x.Total > 0).OrderByDescending(x => x.Total).Take(TransfersShown))
        {
            var bar = transfer.Total > 0 ? Bar(transfer.Current, transfer.Total) + " " : "";
            yield return $"                {bar}{Amount(transfer)}  [grey]{Markup.Escape(transfer.Name)}[/]";
        }
    }

    static string Amount(LiveTransfer transfer) => transfer.Total > 0
        ? $"{HumanUnits.Size(transfer.Current)} of {HumanUnits.Size(transfer.Total)}"
        : HumanUnits.Size(transfer.Current);

    static string Bar(long current, long total)
    {
        var filled = total == 0 ? 0 : (int)Math.Clamp(current * BarWidth / total, 0, BarWidth);
        return $"[green]{new string('━', filled)}[/][grey]{new string('─', BarWidth - filled)}[/]";
    }
}

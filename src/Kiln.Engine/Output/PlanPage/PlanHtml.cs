using System.Net;
using System.Text;
using Kiln.Engine.Planning;
using Nuke.Common.Execution;

namespace Kiln.Engine.Output.PlanPage;

/// <summary>
/// The plan as one page: the order as a list, all targets as a drawing. Nothing is loaded from elsewhere.
/// </summary>
static class PlanHtml
{
    public static string Render(IReadOnlyList<ExecutableTarget> targets, IReadOnlyCollection<ExecutableTarget> plan)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<title>Execution plan</title>\n");
        page.Append($"<style>\n{Style}</style>\n</head>\n<body>\n<h1>Execution plan</h1>\n");
        AppendOrder(page, plan);
        PlanDrawing.Append(page, targets, plan.ToHashSet());
        page.Append("<p class=\"legend\">solid: depends on · dashed: only the order · thick: triggers</p>\n");
        page.Append($"<script>\nconst plans = {Plans(targets)};\n{Script}</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    public static string Encode(string? text) => WebUtility.HtmlEncode(text) ?? "";

    static void AppendOrder(StringBuilder page, IReadOnlyCollection<ExecutableTarget> plan)
    {
        page.Append(plan.Count == 0 ? "<p>Nothing would run.</p>\n" : "<ol>\n");
        foreach (var target in plan)
            page.Append($"<li><b>{Encode(target.Name)}</b> {Encode(target.Description)}</li>\n");
        page.Append(plan.Count == 0 ? "" : "</ol>\n");
    }

    /// <summary>What each target would run, for the moment when the mouse is over it.</summary>
    static string Plans(IReadOnlyList<ExecutableTarget> targets)
    {
        var indexes = targets.Select((x, i) => (x, i)).ToDictionary(x => x.x, x => x.i);
        var plans = targets.Select(x => $"[{string.Join(",", Selection.Of([x]).Select(y => indexes[y]))}]");
        return $"[{string.Join(",", plans)}]";
    }

    const string Style =
        """
        body { font: 15px system-ui, sans-serif; margin: 2em; color: #222; background: #fff; }
        rect { fill: #f4f4f4; stroke: #999; rx: 5px; }
        g.planned rect { fill: #d8f0ff; stroke: #0a7cc4; }
        g.hovered rect { fill: #ffe7b3; stroke: #c47f0a; }
        g.unlisted text { fill: #888; font-style: italic; }
        path { fill: none; stroke: #777; stroke-width: 1.4; }
        path.order { stroke-dasharray: 5 4; }
        path.trigger { stroke-width: 3; }
        .legend { color: #777; }

        """;

    const string Script =
        """
        const nodes = [...document.querySelectorAll('g[data-index]')];
        for (const node of nodes) {
          const mark = on => { for (const i of plans[node.dataset.index]) nodes[i].classList.toggle('hovered', on); };
          node.addEventListener('mouseenter', () => mark(true));
          node.addEventListener('mouseleave', () => mark(false));
        }

        """;
}

using System.Text;
using Nuke.Common.Execution;

namespace Kiln.Engine.Output.PlanPage;

/// <summary>Targets as boxes, from left to right by how much must be done before them.</summary>
static class PlanDrawing
{
    const int Height = 30;
    const int RowDistance = 46;
    const int ColumnDistance = 60;
    const int LetterWidth = 9;

    sealed record Box(int X, int Y, int Width);

    public static void Append(
        StringBuilder page, IReadOnlyList<ExecutableTarget> targets, HashSet<ExecutableTarget> plan)
    {
        var boxes = Place(targets);
        var width = boxes.Values.Select(x => x.X + x.Width).Append(0).Max() + 1;
        var height = boxes.Values.Select(x => x.Y + Height).Append(0).Max() + 1;
        page.Append($"<svg width=\"{width}\" height=\"{height}\" xmlns=\"http://www.w3.org/2000/svg\">\n");

        foreach (var target in targets)
        {
            AppendLines(page, boxes, target, target.ExecutionDependencies, "execution");
            AppendLines(page, boxes, target, target.OrderDependencies, "order");
            AppendLines(page, boxes, target, target.TriggerDependencies, "trigger");
        }

        for (var i = 0; i < targets.Count; i++)
            AppendBox(page, boxes[targets[i]], targets[i], i, plan.Contains(targets[i]));

        page.Append("</svg>\n");
    }

    static Dictionary<ExecutableTarget, Box> Place(IReadOnlyList<ExecutableTarget> targets)
    {
        var levels = new Dictionary<ExecutableTarget, int>();
        var boxes = new Dictionary<ExecutableTarget, Box>();
        var x = 0;
        foreach (var column in targets.GroupBy(x => Level(x, levels)).OrderBy(x => x.Key))
        {
            var width = column.Max(x => x.Name.Length) * LetterWidth + 24;
            foreach (var (target, row) in column.Select((target, row) => (target, row)))
                boxes[target] = new(x, row * RowDistance, width);
            x += width + ColumnDistance;
        }

        return boxes;
    }

    static int Level(ExecutableTarget target, Dictionary<ExecutableTarget, int> levels)
    {
        if (!levels.TryGetValue(target, out var level))
            levels[target] = level = target.AllDependencies.Select(x => Level(x, levels) + 1).Append(0).Max();

        return level;
    }

    static void AppendLines(
        StringBuilder page, Dictionary<ExecutableTarget, Box> boxes, ExecutableTarget target,
        IEnumerable<ExecutableTarget> dependencies, string kind)
    {
        var end = boxes[target];
        foreach (var start in dependencies.Distinct().Select(x => boxes[x]))
        {
            var (x1, y1, x2, y2) = (start.X + start.Width, start.Y + Height / 2, end.X, end.Y + Height / 2);
            var bend = Math.Max((x2 - x1) / 2, 20);
            page.Append($"<path class=\"{kind}\" d=\"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}\"/>\n");
        }
    }

    static void AppendBox(StringBuilder page, Box box, ExecutableTarget target, int index, bool isPlanned)
    {
        var style = (isPlanned ? "planned" : "") + (target.Listed ? "" : " unlisted");
        page.Append($"<g data-index=\"{index}\" class=\"{style.Trim()}\">");
        page.Append($"<title>{PlanHtml.Encode(target.Description)}</title>");
        page.Append($"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{Height}\"/>");
        page.Append($"<text x=\"{box.X + 12}\" y=\"{box.Y + 20}\">{PlanHtml.Encode(target.Name)}</text></g>\n");
    }
}

using System.Globalization;
using System.Net;
using System.Text;

namespace Kiln.Advising;

/// <summary>A graph of stages as a picture: what is needed stands left, the image right; solid lines start from, dashed ones copy.</summary>
static class StageGraphSvg
{
    const int Width = 230, Height = 58, Across = 70, Down = 26, Margin = 20;

    public static string Render(StageGraph graph, IReadOnlyDictionary<string, string> weights)
    {
        var places = PlacesOf(graph);
        var width = places.Values.Select(x => x.X + Width + Margin).DefaultIfEmpty(Margin).Max();
        var height = places.Values.Select(x => x.Y + Height + Margin).DefaultIfEmpty(Margin).Max();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12">""").Append('\n');
        svg.Append("""<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#57606a"/></marker></defs>""").Append('\n');
        svg.Append("""<rect width="100%" height="100%" fill="#ffffff"/>""").Append('\n');
        foreach (var edge in graph.Edges)
            Append(svg, places[edge.From], places[edge.To], edge.Use);
        foreach (var node in graph.Nodes)
            Append(svg, node, places[node.Name], weights.GetValueOrDefault(node.Name));
        return svg.Append("</svg>\n").ToString();
    }

    static Dictionary<string, (int X, int Y)> PlacesOf(StageGraph graph) => graph.Nodes
        .GroupBy(x => x.Column)
        .SelectMany(column => column.Select((node, row) => (node.Name, Place: (Margin + column.Key * (Width + Across), Margin + row * (Height + Down)))))
        .ToDictionary(x => x.Name, x => x.Place);

    static void Append(StringBuilder svg, (int X, int Y) from, (int X, int Y) to, StageUse use)
    {
        var (x1, y1, x2, y2) = (from.X + Width, from.Y + Height / 2, to.X, to.Y + Height / 2);
        var dashes = use == StageUse.Copy ? """ stroke-dasharray="5 4" """ : " ";
        svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{x1} {y1}C{x1 + Across / 2} {y1} {x2 - Across / 2} {y2} {x2} {y2}" fill="none" stroke="#57606a"{dashes}marker-end="url(#end)"/>""").Append('\n');
    }

    static void Append(StringBuilder svg, StageNode node, (int X, int Y) place, string? weight)
    {
        var (fill, border) = node switch
        {
            { IsFinal: true } => ("#dafbe1", "#1a7f37"),
            { Instructions: null } => ("#f6f8fa", "#8c959f"),
            _ => ("#ddf4ff", "#0969da"),
        };
        var below = node.Instructions is { } count ? $"{count} {(count == 1 ? "instruction" : "instructions")}" : "from outside";
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{place.X}" y="{place.Y}" width="{Width}" height="{Height}" rx="6" fill="{fill}" stroke="{border}"/>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{place.X + 12}" y="{place.Y + 24}" font-weight="bold" fill="#1f2328">{Text(Shortened(node.Name))}</text>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{place.X + 12}" y="{place.Y + 43}" fill="#57606a">{Text(weight is null ? below : $"{below}, {weight}")}</text>""").Append('\n');
    }

    // About as many letters as the box is wide; the end of an image's name says more than its beginning.
    static string Shortened(string name) => name.Length <= 31 ? name : "…" + name[^30..];

    static string Text(string text) => WebUtility.HtmlEncode(text);
}

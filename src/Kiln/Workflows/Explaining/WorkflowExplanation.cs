using System.Globalization;
using Kiln.Primitives;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.Explaining;

/// <summary>Tells which part of the build's description made a node of a CI file.</summary>
public static class WorkflowExplanation
{
    /// <summary>
    /// Lines for people: for each file that has such a node its text, and what made it and what it lies in, nearest first. KILN5007 where no file has one.
    /// </summary>
    /// <param name="make">Makes the request; it is called once, and pipelines that are made in it know their line.</param>
    /// <param name="path">Names and numbers from 0, with dots: <c>jobs.build.steps.3</c> of a workflow, <c>build.script</c> of GitLab's file.</param>
    public static ValueList<string> Of(Func<WorkflowRequest> make, string path)
    {
        var request = Origin.Record(make);
        var steps = path.Split('.');
        var found = DocumentsOf(request).Select(x => (x.File, Nodes: Walk(x.Document, steps))).ToArray();
        var deepest = found.MaxBy(x => x.Nodes.Count);
        if (deepest.Nodes is null || deepest.Nodes.Count <= steps.Length)
            throw NotThere(path, steps, deepest);
        return found.Where(x => x.Nodes.Count > steps.Length).SelectMany(x => Lines(x.File, path, x.Nodes)).ToValueList();
    }

    static IEnumerable<(string File, YamlMap Document)> DocumentsOf(WorkflowRequest request) =>
    [
        .. request.GitHub is { } hub ? request.Pipelines.Select(x => ($"{hub.Folder}/{x.Name}.yml", GitHubWorkflow.DocumentOf(x, request.Facts, hub))) : [],
        .. request.GitLab is { } lab && request.Pipelines.Count > 0 ?
            [(lab.File, GitLabPipeline.DocumentOf(request.Pipelines, request.Facts, lab)), .. request.Pipelines.Where(GitLabComponent.IsOne).Select(x => (GitLabComponent.PathOf(x), GitLabComponent.DocumentOf(x, request.Facts, lab)))] : ((string, YamlMap)[])[],
    ];

    // The document itself, then one for each step of the path that leads anywhere.
    static List<YamlNode> Walk(YamlNode document, string[] steps)
    {
        var nodes = new List<YamlNode> { document };
        foreach (var step in steps)
        {
            if (Child(nodes[^1], step) is not { } child)
                break;
            nodes.Add(child);
        }

        return nodes;
    }

    static YamlNode? Child(YamlNode node, string step) => node switch
    {
        YamlMap map => map[step],
        YamlList list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };

    static IEnumerable<string> Lines(string file, string path, List<YamlNode> nodes)
    {
        yield return $"{file}, {path}:";
        foreach (var line in YamlWriter.Write(YamlMap.Of((path.Split('.')[^1], nodes[^1])), []).TrimEnd('\n').Split('\n'))
            yield return $"    {line}";
        var causes = Enumerable.Reverse(nodes).Select(x => x.Cause).OfType<string>().Distinct().ToArray();
        foreach (var cause in causes.Length == 0 ? ["It is the same in every file that Kiln writes."] : causes)
            yield return $"  {cause}";
    }

    static KilnException NotThere(string path, string[] steps, (string File, List<YamlNode> Nodes) deepest)
    {
        var reached = deepest.Nodes is null ? "No file is written at all."
            : $"'{deepest.File}' has '{string.Join('.', steps.Take(deepest.Nodes.Count - 1))}', and there: {Names(deepest.Nodes[^1])}.";
        return new KilnException(ErrorCodes.YamlPathUnknown, $"No file of a CI host has the path '{path}'. {reached.Replace("''", "its top", StringComparison.Ordinal)}");
    }

    static string Names(YamlNode node) => node switch
    {
        YamlMap map => string.Join(", ", map.Entries.Select(x => x.Name)),
        YamlList list => $"0 to {list.Items.Count - 1}",
        _ => "nothing below",
    };
}

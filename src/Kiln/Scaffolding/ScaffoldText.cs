namespace Kiln.Scaffolding;

/// <summary>A plan for people.</summary>
public static class ScaffoldText
{
    /// <summary>
    /// What was recognised and by what, what was written, what to put into <c>Build.cs</c>, and what to know. To be read after <see cref="Scaffolder.Write"/>.
    /// </summary>
    public static IEnumerable<string> Lines(ScaffoldPlan plan)
    {
        foreach (var project in plan.Projects)
        {
            yield return $"{project.Name}: {project.Kind} (by {project.Marker})";
            foreach (var file in project.Files)
                yield return $"  {WordOf(file.State)} {file.Path}";
            foreach (var note in project.Notes)
                yield return $"  note: {note}";
        }

        foreach (var passedOver in plan.PassedOver)
            yield return $"no image for {passedOver}";

        foreach (var file in plan.Files.Where(x => x.State == ScaffoldedFileState.Different))
            foreach (var line in $"\n{file.Diff}".TrimEnd('\n').Split('\n'))
                yield return line;

        yield return "";
        yield return "For Build.cs:";
        yield return "";
        yield return "    IEnumerable<ImageSpec> IHazImages.Images =>";
        yield return "    [";
        foreach (var project in plan.Projects)
            yield return $"        {project.ImageLine}";
        yield return "    ];";
    }

    static string WordOf(ScaffoldedFileState state) => state switch
    {
        ScaffoldedFileState.New => "written    ",
        ScaffoldedFileState.Same => "unchanged  ",
        _ => "overwritten",
    };
}

using Kiln.Primitives;
using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding;

/// <summary>Recognises the projects of a repository, and writes for each a Dockerfile and what belongs to it.</summary>
public static class Scaffolder
{
    /// <summary>Says what would be written; only reads.</summary>
    /// <exception cref="KilnException">Nothing is there to write for (KILN1070); it is not clear what to write (KILN1071).</exception>
    public static ScaffoldPlan Plan(ScaffoldRequest request)
    {
        var tree = new FolderTree(request.Root);
        var findings = ProjectSearch.In(tree);
        var chosen = ProjectChoice.Of(request, findings);
        var passedOver = request.Projects.Count > 0 ? [] : findings.OfType<PassedOver>().Where(x => !x.IsLibrary);
        return new ScaffoldPlan(request.Root, chosen.Select(x => PlannedProject.Of(tree, x)).ToValueList())
        {
            Overwrites = request.Overwrites,
            PassedOver = passedOver.Select(x => $"{x.Marker}: {x.Reason}").ToValueList(),
        };
    }

    /// <summary>Writes all that is new or differs, or nothing.</summary>
    /// <exception cref="KilnException">Files are there with other content, and may not be overwritten (KILN1072).</exception>
    public static void Write(ScaffoldPlan plan)
    {
        var different = plan.Files.Where(x => x.State == ScaffoldedFileState.Different).ToArray();
        if (different.Length > 0 && !plan.Overwrites)
            throw ScaffoldMessages.WouldOverwrite(different);

        foreach (var file in plan.Files.Where(x => x.State != ScaffoldedFileState.Same))
            WholeFile.Write(Path.Combine(plan.Root, file.Path), file.After);
    }
}

using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Recognition;

/// <summary>Which of the found projects are written for, and by what names.</summary>
static class ProjectChoice
{
    /// <summary>Refuses what is not clear: KILN1070, KILN1071.</summary>
    public static IReadOnlyList<NamedProject> Of(ScaffoldRequest request, IReadOnlyList<Finding> findings)
    {
        var all = findings.OfType<FoundProject>().ToArray();
        if (all.Length == 0)
            throw ScaffoldMessages.NothingFound(request.Root, findings.OfType<PassedOver>());

        // Names are given before anything is left out, so that an image is called the same whichever others are asked for.
        var named = ImageNames.For(request.Root, all.Where(x => !IsBeaten(x, all, request.Language)));
        var unknown = request.Projects.Where(x => !named.Any(y => IsMeant(y, x))).ToArray();
        if (unknown.Length > 0)
            throw ScaffoldMessages.UnknownProjects(unknown, named, findings.OfType<PassedOver>());

        var chosen = named.Where(x => request.Projects.Count == 0 || request.Projects.Any(y => IsMeant(x, y))).ToArray();
        var unclear = chosen.GroupBy(x => x.Project.DockerfilePath).Where(x => x.Count() > 1).ToArray();
        return unclear.Length == 0 ? chosen : throw ScaffoldMessages.SeveralLanguages(unclear);
    }

    // The language that was asked for wins in its folder; elsewhere it says nothing.
    static bool IsBeaten(FoundProject project, FoundProject[] all, ScaffoldLanguage? language) =>
        language is not null && project.Language != language
        && all.Any(x => x.Language == language && x.DockerfilePath == project.DockerfilePath);

    static bool IsMeant(NamedProject project, string typed)
    {
        var path = Paths.Normalize(typed.Replace('\\', '/'));
        return path == project.Project.Folder || path == project.Name
            || (path.Length > 0 && (path == Paths.Name(project.Project.Folder) || path == project.Project.Marker));
    }
}

using Kiln.Buildx;
using Kiln.Contexts;
using Kiln.Dockerfiles;
using Kiln.Images;

namespace Kiln.Linting.Files;

/// <summary>The folder of an image, as rules see it.</summary>
static class ContextFolder
{
    public static LintContext Of(ImageSpec image, BuildFolders folders)
    {
        var ignoreFile = image.IgnoreFile();
        var ignore = ignoreFile is null ? DockerIgnore.None : DockerIgnore.Parse(File.ReadAllText(ignoreFile), ignoreFile);
        var source = new ContextSource(image.Context) { Ignore = ignore, ExcludedFolders = folders.NeverSent };
        return new LintContext(() => Sent(source), ignore, ignoreFile is not null);
    }

    static IEnumerable<ContextFile> Sent(ContextSource source) => ContextScan.OfSource(source, CancellationToken.None).Values
        .Where(x => x.Kind == EntryKind.File).OrderBy(x => x.Path, StringComparer.Ordinal).Select(x => new ContextFile(x.Path, x.Size));
}

using System.Collections.Concurrent;
using Kiln.Components.Tests.Documentation.Programs;

namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>The build that a page's readers have before them.</summary>
static class ReadersBuild
{
    static readonly ConcurrentDictionary<string, Type> Compiled = new();

    internal static Type Of(string page) => page switch
    {
        "docs/guides/extending.md" => In("samples/custom/build"),
        // These speak of a checkout of Kiln too.
        "docs/guides/getting-started.md" or "docs/errors/KILN3015.md" => In("build"),
        _ when page.StartsWith("samples/", StringComparison.Ordinal) && $"{Path.GetDirectoryName(page)}/build" is var own && Directory.Exists(Repository.PathTo(own)) => In(own),
        _ when IsForEverybody(page) => typeof(SmallBuild),
        _ => In("build"),
    };

    static Type In(string folder) => Compiled.GetOrAdd(folder, CompiledBuild.Of);

    static bool IsForEverybody(string page) =>
        page is "docs/describe.md" || new[] { "docs/guides/", "docs/errors/", "docs/package/", "docs/reference/" }.Any(x => page.StartsWith(x, StringComparison.Ordinal));
}

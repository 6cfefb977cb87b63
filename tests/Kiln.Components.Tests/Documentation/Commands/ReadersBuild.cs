using Kiln.Components.Tests.Documentation.Programs;

namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>The build that a page's readers have before them.</summary>
static class ReadersBuild
{
    static readonly Lazy<Type> OfThisRepository = new(() => CompiledBuild.Of("build"));
    static readonly Lazy<Type> OfTheSampleThatExtends = new(() => CompiledBuild.Of("samples/custom/build"));

    internal static Type Of(string page) => page switch
    {
        "docs/guides/extending.md" => OfTheSampleThatExtends.Value,
        // These speak of a checkout of Kiln too.
        "docs/guides/getting-started.md" or "docs/errors/KILN3015.md" => OfThisRepository.Value,
        _ when IsForEverybody(page) => typeof(SmallBuild),
        _ => OfThisRepository.Value,
    };

    static bool IsForEverybody(string page) =>
        page is "docs/describe.md" || new[] { "docs/guides/", "docs/errors/", "docs/package/", "docs/reference/" }.Any(x => page.StartsWith(x, StringComparison.Ordinal));
}

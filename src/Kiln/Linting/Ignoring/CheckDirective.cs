using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Linting.Ignoring;

/// <summary><c># check=skip=StageNameCasing,JSONArgsRecommended;experimental=all;error=true</c> (docs.docker.com/build/checks).</summary>
/// <param name="Skipped">Checks that do not judge, or <c>all</c>.</param>
/// <param name="Experimental">Checks that judge only where they are asked for, or <c>all</c>.</param>
/// <param name="MakesErrors">BuildKit fails for each of its findings.</param>
sealed record CheckDirective(ValueList<string> Skipped, ValueList<string> Experimental, bool MakesErrors)
{
    public static CheckDirective Of(Dockerfile dockerfile)
    {
        var value = dockerfile.Directives.FirstOrDefault(x => x.Name == "check")?.Value ?? "";
        var options = value.Split(';', StringSplitOptions.TrimEntries).Select(x => x.Split('=', 2, StringSplitOptions.TrimEntries)).ToArray();
        return new CheckDirective(
            NamesOf(options, "skip"),
            NamesOf(options, "experimental"),
            options.Any(x => x is ["error", "true" or "True" or "TRUE" or "1" or "t" or "T"]));
    }

    static ValueList<string> NamesOf(IEnumerable<string[]> options, string key) =>
        [.. options.Where(x => x.Length == 2 && x[0] == key).SelectMany(x => x[1].Split(',', StringSplitOptions.TrimEntries))];
}

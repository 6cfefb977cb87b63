using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Linting.Ignoring;

/// <summary><c># check=skip=StageNameCasing,JSONArgsRecommended;error=true</c> (docs.docker.com/build/checks).</summary>
sealed record CheckDirective(ValueList<string> Skipped, bool MakesErrors)
{
    public static CheckDirective Of(Dockerfile dockerfile)
    {
        var value = dockerfile.Directives.FirstOrDefault(x => x.Name == "check")?.Value ?? "";
        var options = value.Split(';', StringSplitOptions.TrimEntries).Select(x => x.Split('=', 2, StringSplitOptions.TrimEntries)).ToArray();
        return new CheckDirective(
            [.. options.Where(x => x is ["skip", _]).SelectMany(x => x[1].Split(',', StringSplitOptions.TrimEntries))],
            options.Any(x => x is ["error", "true" or "True" or "TRUE" or "1" or "t" or "T"]));
    }
}

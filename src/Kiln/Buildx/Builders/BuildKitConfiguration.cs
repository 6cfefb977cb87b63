using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>The text of a <c>buildkitd.toml</c>.</summary>
static class BuildKitConfiguration
{
    /// <summary>Null where nothing need be said: BuildKit speaks http to loopback by itself.</summary>
    internal static string? Of(ValueList<string> httpRegistries)
    {
        foreach (var registry in httpRegistries)
        {
            if (ReferenceGrammar.HostProblem(registry) is { } problem)
                throw BuilderGrammar.Refuse($"A builder's registry '{registry}' cannot be meant: {problem}.");
        }

        return httpRegistries.Count == 0 ? null : string.Concat(httpRegistries.Select(x => $"[registry.\"{x}\"]\n  http = true\n"));
    }
}

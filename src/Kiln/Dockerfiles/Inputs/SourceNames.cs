using Kiln.Dockerfiles.Stages;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>
/// Tells stages, named contexts and images apart as BuildKit does (frontend/dockerfile/dockerfile2llb/convert.go,
/// frontend/dockerui/namedcontext.go).
/// </summary>
sealed class SourceNames(StageList stages, ValueList<string> namedContexts)
{
    const string Empty = "scratch";

    readonly Dictionary<string, string> _contexts = namedContexts.DistinctBy(Canonical).ToDictionary(Canonical);

    /// <summary><c>FROM</c> sees the stages above it only, and those by their lower case names.</summary>
    internal StageSource OfFrom(string name, Stage user) =>
        stages.Stages.Take(user.Index).LastOrDefault(x => x.Name == name) is { } stage
            ? new StageSource.Other(stage)
            : OfOutside(name);

    /// <summary><c>COPY --from</c> also knows stages by number.</summary>
    internal StageSource OfCopy(string name) =>
        int.TryParse(name, out var number) && stages.Stages.ElementAtOrDefault(number) is { } numbered
            ? new StageSource.Other(numbered)
            : OfMount(name);

    internal StageSource OfMount(string name) =>
        stages.ByName(name) is { } stage ? new StageSource.Other(stage) : OfOutside(name);

    /// <summary>A context of a stage's name takes that stage's place.</summary>
    internal string? ContextOf(Stage stage) => stage.Name is { } name ? _contexts.GetValueOrDefault(Canonical(name)) : null;

    StageSource OfOutside(string name) => name == Empty ? new StageSource.Nothing()
        : _contexts.TryGetValue(Canonical(name), out var context) ? new StageSource.Context(context)
        : new StageSource.Image(name);

    // 'base', 'base:latest' and 'docker.io/library/base' are one name.
    static string Canonical(string name) =>
        ImageReference.TryParse(name, out var reference) ? reference.WithDefaultTag().ToString() : name;
}

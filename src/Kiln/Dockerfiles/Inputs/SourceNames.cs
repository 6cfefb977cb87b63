using System.Globalization;
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

    readonly ILookup<string?, Stage> _stages = stages.Stages.ToLookup(x => x.Name);

    readonly Dictionary<string, string> _contexts = namedContexts.DistinctBy(Canonical).ToDictionary(Canonical);

    /// <summary><c>FROM</c> sees the stages above it only, and those by their lower case names.</summary>
    internal StageSource OfFrom(string name, Stage user) =>
        _stages[name].LastOrDefault(x => x.Index < user.Index) is { } stage
            ? new StageSource.Other(stage)
            : OfOutside(name);

    /// <summary><c>COPY --from</c> takes a number for a stage's, and for nothing else.</summary>
    internal StageSource OfCopy(string name) =>
        !int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? OfMount(name)
        : stages.Stages.ElementAtOrDefault(number) is { } stage ? new StageSource.Other(stage)
        : new StageSource.NoStage(number);

    internal StageSource OfMount(string name) =>
        _stages[name.ToLowerInvariant()].LastOrDefault() is { } stage ? new StageSource.Other(stage) : OfOutside(name);

    /// <summary>A context of a stage's name takes that stage's place, except for two names that mean something else.</summary>
    internal string? ContextOf(Stage stage) =>
        stage.Name is { } name and not (Empty or "context") ? _contexts.GetValueOrDefault(Canonical(name)) : null;

    StageSource OfOutside(string name) => name == Empty ? new StageSource.Nothing()
        : _contexts.TryGetValue(Canonical(name), out var context) ? new StageSource.Context(context)
        : new StageSource.Image(name);

    // 'base', 'base:latest' and 'docker.io/library/base' are one name.
    static string Canonical(string name) =>
        ImageReference.TryParse(name, out var reference) ? reference.WithDefaultTag().ToString() : name;
}

using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>
/// What one target of a Dockerfile takes from outside, known without building it: a view over the tree. Stages that the
/// target does not need do not count. What the <c>ONBUILD</c> triggers of a base image would add is not known here; a
/// source policy refuses it when it comes.
/// </summary>
public sealed record TargetInputs
{
    /// <summary>In the order of the file, each once.</summary>
    public ValueList<ExternalInput> Inputs { get; init; }

    /// <summary>Those of the target's named contexts that it uses.</summary>
    public ValueList<string> UsedContexts => Contexts.Select(x => x.Name).Distinct().Order(StringComparer.Ordinal).ToValueList();

    /// <summary>The same with the platforms that they are used for.</summary>
    public ValueList<UsedContext> Contexts { get; init; }

    /// <summary>The steps that run programs.</summary>
    public ValueList<RunStep> RunSteps { get; init; }

    /// <summary>What those steps mount of caches, in the order of the file.</summary>
    public ValueList<MountedCache> MountedCaches { get; init; }

    /// <summary>And of secrets.</summary>
    public ValueList<MountedSecret> MountedSecrets { get; init; }

    /// <summary>Why an input cannot be known: a variable without a value, a name that is no reference.</summary>
    public ValueList<Diagnostic> Problems { get; init; }

    /// <summary>Looks at one target; a stage that is not there is a problem, never an exception.</summary>
    public static TargetInputs Of(Dockerfile dockerfile, BuildTarget target) => new TargetReader(dockerfile, target).Read();
}

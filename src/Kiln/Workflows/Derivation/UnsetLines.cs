namespace Kiln.Workflows.Derivation;

/// <summary>
/// Hosts set a variable to nothing where nobody gave an input or stored a secret, and to a build that is an answer like any other. These lines of a shell's
/// script take such variables away.
/// </summary>
static class UnsetLines
{
    internal static IEnumerable<string> For(IEnumerable<string> variables) =>
        variables.Distinct().Select(x => $"[ -n \"${x}\" ] || unset {x}");

    /// <summary>What who starts one of these pipelines may say or not.</summary>
    internal static IEnumerable<string> InputsOf(params IEnumerable<Pipeline> pipelines) => pipelines.SelectMany(x => x.Triggers).SelectMany(InputsOf).Select(x => x.Name);

    internal static IEnumerable<PipelineInput> InputsOf(Trigger trigger) => trigger switch { Trigger.Manual manual => manual.Inputs, Trigger.Called called => called.Inputs, _ => [] };
}

using Kiln.Oci;
using Kiln.Secrets;

namespace Kiln.Scanning.Checks.Configs;

/// <summary>Values in variables, labels and the history, which everybody reads who may pull the image. No value is told.</summary>
static class SecretsInConfig
{
    internal const string VariableId = "KILN-SECRET-VARIABLE";
    internal const string LabelId = "KILN-SECRET-LABEL";
    internal const string HistoryId = "KILN-SECRET-HISTORY";

    const string Remedy = "give it to the step as a secret (docs/guides/secrets.md), and change it, since it is known by now";

    internal static IEnumerable<Finding> Check(ImageConfig config) =>
    [
        .. config.Environment.Select(Split).Where(x => SecretVariables.IsOne(x.Name, x.Value)).Select(x =>
            Finding(VariableId, $"the variable {x.Name} holds a secret; give it when the container starts")),
        .. config.Labels.Where(x => SecretVariables.IsOne(x.Key, x.Value)).Select(x =>
            Finding(LabelId, $"the label {x.Key} holds a secret")),
        .. config.History.Select(x => x.CreatedBy).OfType<string>().SelectMany(OfInstruction),
    ];

    // Variables and labels stand in the history too, and were told already.
    static IEnumerable<Finding> OfInstruction(string instruction) =>
        instruction.StartsWith("ENV ", StringComparison.Ordinal) || instruction.StartsWith("LABEL ", StringComparison.Ordinal)
            ? []
            : SecretAssignments.Find(instruction).Select(x => Finding(HistoryId, $"{WhatIs(x)} stands in the history; {Remedy}") with
            {
                Instruction = SecretAssignments.Mask(instruction),
            });

    static string WhatIs(string? name) => name is null ? "an address with a password" : $"a value of {name}";

    static Finding Finding(string id, string title) => new(id, FindingClass.Secret, FindingSeverity.High) { Title = title };

    static (string Name, string Value) Split(string variable) => variable.IndexOf('=') is > 0 and var equals
        ? (variable[..equals], variable[(equals + 1)..])
        : (variable, "");
}

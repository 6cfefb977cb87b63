using System.Globalization;

namespace Kiln.Workflows.Derivation;

/// <summary>What is wrong with what people may say, in words; null where nothing is.</summary>
static class InputChecks
{
    internal static string? Problem(Pipeline pipeline) => pipeline.Triggers.SelectMany(UnsetLines.InputsOf).Select(Problem).FirstOrDefault(x => x is not null);

    static string? Problem(PipelineInput input)
    {
        if (input.Choices.FirstOrDefault(x => !Fits(x, input.Kind)) is { } choice)
            return $"'{choice}' is no {NameOf(input.Kind)}, and a choice of the input '{input.Name}'. Change its Kind or its Choices.";
        return input.Default switch
        {
            null => null,
            var text when !Fits(text, input.Kind) => $"'{text}' is no {NameOf(input.Kind)}, and the default of the input '{input.Name}'. Change its Kind or its Default.",
            var text when input.Choices.Count > 0 && !input.Choices.Contains(text) =>
                $"'{text}' is the default of the input '{input.Name}' and none of its choices ({string.Join(", ", input.Choices)}). Add it to them, or choose one.",
            _ => null,
        };
    }

    static bool Fits(string text, InputKind kind) => kind switch
    {
        InputKind.Boolean => text is "true" or "false",
        InputKind.Number => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && text[0] != '+',
        _ => true,
    };

    static string NameOf(InputKind kind) => kind == InputKind.Boolean ? "'true' or 'false'" : "number";
}

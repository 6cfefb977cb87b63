using Kiln.Primitives;

namespace Kiln.Workflows.GitLab;

/// <summary>What people may say, which to GitLab are texts.</summary>
static class GitLabInputs
{
    /// <summary>All that an input may be; empty for one that may be anything.</summary>
    internal static ValueList<string> OptionsOf(PipelineInput input) =>
        input.Choices.Count > 0 ? input.Choices : input.Kind == InputKind.Boolean ? ["true", "false"] : [];
}

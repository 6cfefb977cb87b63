using System.Collections;
using Kiln.Commits;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>What a CI host runs this build for; null on a laptop.</summary>
    internal static HostedReference? Host => HostedReference.Of(Variables);

    /// <summary>Who builds, for the provenance.</summary>
    internal static string BuilderId => HostedBuilder.Of(Variables);

    /// <summary>The file that GitHub takes a step's outputs from; null elsewhere.</summary>
    internal static string? GitHubOutput => Variables.GetValueOrDefault("GITHUB_OUTPUT") is { Length: > 0 } file ? file : null;

    /// <summary>The file that GitHub takes a job's page from; null elsewhere.</summary>
    static string? SummaryPage => Variables.GetValueOrDefault("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? file : null;

    /// <summary>What made GitHub run this build, as it says it; null elsewhere.</summary>
    static string? Happened => Variables.GetValueOrDefault("GITHUB_EVENT_PATH") is { Length: > 0 } file && File.Exists(file) ? File.ReadAllText(file) : null;

    static Dictionary<string, string?> Variables => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(x => (string)x.Key, x => (string?)x.Value);
}

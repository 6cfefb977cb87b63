using System.Collections;
using Kiln.Commits;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>What a CI host runs this build for; null on a laptop.</summary>
    internal static HostedReference? Host => HostedReference.Of(Variables);

    static Dictionary<string, string?> Variables => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(x => (string)x.Key, x => (string?)x.Value);
}

using System.Text;
using Kiln.Pushing.Outputs;

namespace Kiln.Workflows.GitLab;

/// <summary>
/// What Push leaves as variables for other jobs, where GitLab takes that: of more variables or bytes than its limits allow it ends the job.
/// https://docs.gitlab.com/administration/instance_limits/#limit-dotenv-variables
/// </summary>
static class DotenvReport
{
    const int MostVariables = 20;
    const int MostBytes = 5 * 1024;
    const int OfEach = 2;

    // "_IMAGE=", "_DIGEST=", "/", two digests, two line feeds.
    const int BytesBesideNames = 7 + 8 + 1 + (2 * 71) + 1 + 2;

    /// <summary>Why there is none; null where there is.</summary>
    internal static string? WhyNot(Job job, PipelineFacts facts)
    {
        if (job.Matrix is { } matrix && matrix.Axes.Any(x => x.Name == JobMatrix.ImageAxis))
            return null;
        var names = OutputNames.OfVariables(facts.Images).ToArray();
        return names.Length * OfEach > MostVariables ? $"no dotenv report: GitLab takes {MostVariables} variables, and {names.Length} images make {names.Length * OfEach}"
            : names.Sum(x => Bytes(x.Name, x.Image, facts)) > MostBytes ? $"no dotenv report: GitLab takes {MostBytes} bytes"
            : null;
    }

    static int Bytes(string name, string image, PipelineFacts facts) => BytesBesideNames + (2 * name.Length) + Encoding.UTF8.GetByteCount($"{facts.Registries.FirstOrDefault()}{image}");
}

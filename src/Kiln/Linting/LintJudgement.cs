using Kiln.Buildx;
using Kiln.Linting.Reports;

namespace Kiln.Linting;

/// <summary>What was found in all Dockerfiles of a request.</summary>
/// <param name="Reports">Of each file, in the order of the images.</param>
/// <param name="Rules">All rules, for reports that describe those that found something.</param>
/// <param name="Shortfall">What was not judged, as a sentence; null where all was.</param>
public sealed record LintJudgement(IReadOnlyList<LintReport> Reports, IReadOnlyList<LintRule> Rules, string? Shortfall)
{
    /// <summary>Leaves reports in all formats under <c>reports/lint</c>.</summary>
    public void Write(BuildFolders folders) => LintFiles.Write(Path.Combine(folders.Reports, "lint"), Reports, Rules, Shortfall);
}

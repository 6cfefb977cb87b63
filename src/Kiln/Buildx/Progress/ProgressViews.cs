using System.Runtime.CompilerServices;
using Kiln.Reporting;
using Kiln.Reporting.Terminal;

namespace Kiln.Buildx.Progress;

/// <summary>Begins the view of a solve.</summary>
static class ProgressViews
{
    internal static IProgressView Begin(ProgressStyle style, BuildLog log, StepGroup groups, IReporter reporter) => style switch
    {
        ProgressStyle.Live => Live(log, groups),
        ProgressStyle.GitHubGroups => new GroupedLines(log, groups, new GitHubGroups(reporter, () => Guid.NewGuid().ToString("N"))),
        ProgressStyle.GitLabSections => new GroupedLines(log, groups, new GitLabSections(reporter, TimeProvider.System)),
        _ => new GroupedLines(log, groups, new PlainGroups(reporter, groups.IsWorthAHeading)),
    };

    // Of its own, so that what it needs is loaded when it is called and not before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static IProgressView Live(BuildLog log, StepGroup groups) => LiveProgress.Begin(log, groups);
}

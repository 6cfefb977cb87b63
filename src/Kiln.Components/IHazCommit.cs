using Kiln.Commits;
using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>The commit that this build stands at, asked of git once, before anything is written.</summary>
public interface IHazCommit : INukeBuild
{
    /// <summary>Null outside of a git repository, or before its first commit.</summary>
    SourceCommit? Commit => PipelineRun.Of(this).Commit;
}

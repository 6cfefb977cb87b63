#nullable disable
using System.Linq.Expressions;
using Kiln.Engine.Execution;

namespace Nuke.Common;

/// <summary>A build: its targets are properties, its parameters are members, its run is elsewhere.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    protected NukeBuild()
    {
    }

    /// <summary>
    /// Runs a build of this process and gives its exit code. The targets are those to run when none is named.
    /// </summary>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
        => BuildProgram.Execute<T>(RunEnvironment.OfProcess(), defaultTargetExpressions);

    public int? ExitCode { get; set; }

    protected internal virtual void OnBuildCreated()
    {
    }

    protected internal virtual void OnBuildInitialized()
    {
    }

    protected internal virtual void OnBuildFinished()
    {
    }

    protected internal virtual void OnTargetRunning(string target)
    {
    }

    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    protected internal virtual void OnTargetFailed(string target)
    {
    }
}

using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Moves the lock to what its names mean now.</summary>
public interface IUpdateLock : IRestoreInputs
{
    /// <summary>The inputs that are meant, for example <c>golang:1.24</c>. Default: all.</summary>
    [Parameter("Inputs that UpdateLock looks up anew, for example golang:1.24")]
    string[] OnlyInputs => TryGetValue(() => OnlyInputs) ?? [];

    /// <summary>Leaves <c>kiln.lock</c> and prints what changed in it.</summary>
    Target UpdateLock => _ => _
        .Description("Looks up anew what kiln.lock holds, and prints what moved")
        .Executes(() => PipelineRun.Of(this).Do(run => run.UpdateLockAsync(this)));
}

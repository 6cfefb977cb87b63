using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Tells which inputs moved since they were locked.</summary>
public interface IListStale : IRestoreInputs
{
    /// <summary>Prints each of them with what is locked and what it means now; changes nothing.</summary>
    Target ListStale => _ => _
        .Description("Lists the inputs that mean something else by now than what kiln.lock holds")
        .Executes(() => PipelineRun.Of(this).Do(run => run.ListStaleAsync(this)));
}

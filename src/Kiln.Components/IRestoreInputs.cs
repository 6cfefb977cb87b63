using Kiln.Components.Running;
using Kiln.Locking.Restoring;
using Kiln.Primitives;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>Pins everything that the images take from outside.</summary>
public interface IRestoreInputs : IStartEngine, IHazLock, IHazCache, IHazRegistryCredentials
{
    /// <summary>Leaves <c>kiln.lock</c>, and makes BuildKit refuse what is not in it.</summary>
    Target Restore => _ => _
        .Description("Pins what the images take from outside in kiln.lock")
        .DependsOn<IStartEngine>(x => x.StartEngine)
        .Executes(() => PipelineRun.Of(this).Do(run => run.RestoreAsync(this)));

    /// <summary>Kiln's own choice: all images, this build's lock and its rules, its mirrors.</summary>
    sealed Configure<RestoreRequest> RestoreSettingsBase => _ => _ with
    {
        Images = Images.ToValueList(),
        LockFile = LockFile,
        Mode = LockMode,
        Mirrors = Mirrors.ToValueList(),
        Floats = Floats.ToValueList(),
        Access = PipelineRun.AccessOf(this),
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<RestoreRequest> RestoreSettings => _ => _;
}

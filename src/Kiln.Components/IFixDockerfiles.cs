using Kiln.Components.Running;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Mends in Dockerfiles what needs no decision; everything else stays byte for byte.</summary>
public interface IFixDockerfiles : ILint
{
    /// <summary>Changes Dockerfiles in place, and prints what it mended.</summary>
    Target FixDockerfiles => _ => _
        .Description("Applies the fixes of lint rules that cannot change what an image does")
        .Before<ILint>(x => x.Lint)
        .Executes(() => PipelineRun.Of(this).Do(() => PipelineRun.Of(this).FixDockerfiles(this)));
}

using Nuke.Common;

namespace Kiln.Components;

/// <summary>The images of this build, described once.</summary>
public interface IHazImages : INukeBuild
{
    /// <summary>Every image, in any order; each name once.</summary>
    IEnumerable<ImageSpec> Images { get; }
}

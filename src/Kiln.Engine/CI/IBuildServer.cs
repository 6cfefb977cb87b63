namespace Nuke.Common.CI;

/// <summary>A host that builds what is committed somewhere else.</summary>
public interface IBuildServer
{
    string? Branch { get; }

    string? Commit { get; }
}

namespace Kiln.Advising;

/// <summary>What a final image has to have for its program.</summary>
enum ProgramKind
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>A program without libraries.</summary>
    Static,

    /// <summary>A program that needs libc.</summary>
    Linked,

    /// <summary>Node.js.</summary>
    Node,

    /// <summary>Python.</summary>
    Python,

    /// <summary>A Java runtime.</summary>
    Java,

    /// <summary>.NET's runtime.</summary>
    DotNet,
}

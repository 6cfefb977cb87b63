namespace Kiln.Advising;

/// <summary>What a final image has to have for its program.</summary>
enum ProgramKind
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>A program without libraries.</summary>
    Static,

    /// <summary>A program that needs glibc.</summary>
    Linked,

    /// <summary>A program that needs musl, since it was compiled on Alpine.</summary>
    LinkedToMusl,

    /// <summary>Node.js.</summary>
    Node,

    /// <summary>Python.</summary>
    Python,

    /// <summary>A Java runtime.</summary>
    Java,

    /// <summary>.NET's runtime.</summary>
    DotNet,

    /// <summary>What .NET's runtime needs itself: it is a part of the program, or the program is native code.</summary>
    SelfContainedDotNet,

    /// <summary>A server of files: nginx.</summary>
    Site,

    /// <summary>PHP.</summary>
    Php,

    /// <summary>Ruby.</summary>
    Ruby,
}

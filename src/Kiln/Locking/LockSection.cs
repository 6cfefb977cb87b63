namespace Kiln.Locking;

/// <summary>The kinds of input that a lock holds, in the order in which people are told of them.</summary>
public enum LockSection
{
    /// <summary>Container images.</summary>
    Images,

    /// <summary>Git repositories that a Dockerfile adds.</summary>
    Gits,

    /// <summary>Files that a Dockerfile downloads.</summary>
    Urls,

    /// <summary>Actions of CI workflows.</summary>
    Actions,

    /// <summary>Programs of the pipeline itself.</summary>
    Tools,
}

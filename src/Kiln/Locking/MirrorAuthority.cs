namespace Kiln.Locking;

/// <summary>Whether a mirror's word is taken for what a tag means. Bytes are verified by digest, whoever serves them.</summary>
public enum MirrorAuthority
{
    /// <summary>Never: the origin says what a tag means, the mirror serves the bytes.</summary>
    BytesOnly,

    /// <summary>When the origin does not answer; the lock records whose word it was.</summary>
    WhenOriginIsSilent,

    /// <summary>Always, as where the origin cannot be reached at all; the lock records whose word it was.</summary>
    Always,
}

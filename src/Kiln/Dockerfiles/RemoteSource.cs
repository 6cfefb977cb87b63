using Kiln.Dockerfiles.RemoteSources;

namespace Kiln.Dockerfiles;

/// <summary>
/// Where a source of <c>ADD</c> comes from, decided as BuildKit 0.32 does (dispatchCopy in
/// frontend/dockerfile/dockerfile2llb/convert_copy.go, ParseGitRef in frontend/dockerfile/dfgitutil/git_ref.go).
/// </summary>
public abstract partial record RemoteSource
{
    RemoteSource()
    {
    }

    /// <summary>
    /// What the <c>selector.identifier</c> of a rule in a source policy is compared with (match in
    /// sourcepolicy/matcher.go); null for what no policy sees.
    /// </summary>
    public abstract string? PolicyIdentifier { get; }

    /// <summary>A path in the build context, perhaps with wildcards; also whatever is not recognised.</summary>
    public sealed record Local(string Path) : RemoteSource
    {
        /// <summary>Always null: the context is sent, not fetched.</summary>
        public override string? PolicyIdentifier => null;
    }

    /// <summary>A file that is downloaded over HTTP.</summary>
    public sealed record Url(string Address) : RemoteSource
    {
        /// <summary>
        /// The address to the letter, with its query and fragment (HTTP in client/llb/source.go, String in
        /// source/http/identifier.go). A policy adds a checksum with the attribute <c>http.checksum</c>.
        /// </summary>
        public override string PolicyIdentifier => Address;
    }

    /// <summary>A repository that is cloned.</summary>
    /// <param name="Remote">What git is given; a password in it is in here too.</param>
    /// <param name="Reference">A branch, tag or commit; null for what the remote's HEAD is.</param>
    /// <param name="Subdirectory">The only folder that is copied.</param>
    public sealed record Git(string Remote, string? Reference = null, string? Subdirectory = null) : RemoteSource
    {
        /// <summary>The commit, or its start, that must be there (<c>?checksum=</c> or <c>?commit=</c>).</summary>
        public string? Checksum { get; init; }

        /// <summary>What the address itself says of <c>.git</c>; null leaves it to <c>--keep-git-dir</c>.</summary>
        public bool? KeepsGitDirectory { get; init; }

        /// <summary>What the address itself says of submodules; null fetches them.</summary>
        public bool? FetchesSubmodules { get; init; }

        /// <summary>The checksum is taken for the commit, without asking the remote what the reference is.</summary>
        public bool IsFetchedByCommit { get; init; }

        /// <summary>
        /// <c>git://host/path#reference:subdirectory</c>, the last two where they are given: the same for HTTPS, SSH
        /// and git's own protocol, with <c>.git</c> as it is written, the port, and neither user nor checksum.
        /// </summary>
        /// <remarks>
        /// Git in client/llb/source.go makes it. Since BuildKit 0.32 normalizedSourceIdentifier in
        /// solver/llbsolver/policy.go decodes and cleans what follows the <c>#</c>, as is done here; before, it was
        /// left as it was, which differs for <c>?subdir=/x/../y</c> or a percent sign only. The protocol is in the
        /// attribute <c>git.fullurl</c>, the checksum in <c>git.checksum</c>.
        /// </remarks>
        public override string PolicyIdentifier => GitIdentifier.Of(this);
    }

    /// <summary>A repository whose address contradicts itself or asks for what is unknown; the build fails.</summary>
    public sealed record Refused(string Reason) : RemoteSource
    {
        /// <summary>Always null: the build ends before.</summary>
        public override string? PolicyIdentifier => null;
    }
}

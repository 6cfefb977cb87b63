using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// The full name of an image: registry, repository and, where given, tag and digest. Short names get Docker Hub's
/// defaults, so <c>alpine</c> is <c>docker.io/library/alpine</c>; a tag is never made up.
/// </summary>
[JsonConverter(typeof(TextConverter<ImageReference>))]
public sealed partial record ImageReference
{
    /// <summary>
    /// Takes the parts as they are, without Docker Hub's defaults; a part that breaks the grammar is KILN1012.
    /// </summary>
    public ImageReference(string registry, string repository, string? tag = null, Digest? digest = null)
    {
        var problem = ReferenceGrammar.HostProblem(registry)
            ?? ReferenceGrammar.RepositoryProblem(repository)
            ?? (tag is null ? null : ReferenceGrammar.TagProblem(tag));
        (Registry, Repository, Tag, Digest) = (registry, repository, tag, digest);
        if (problem is not null)
            throw new KilnException(
                ErrorCodes.InvalidImageReference, ReferenceGrammar.Sentence(ToString(), "an image reference", problem));
    }

    /// <summary>Host and port where given, for example <c>docker.io</c> or <c>127.0.0.1:5000</c>.</summary>
    public string Registry { get; }

    /// <summary>The path behind the registry, for example <c>library/alpine</c>.</summary>
    public string Repository { get; }

    /// <summary>For example <c>3.20</c>; null where none was written.</summary>
    public string? Tag { get; }

    /// <summary>The exact content that is meant; where it is set, a tag is decoration.</summary>
    public Digest? Digest { get; }

    /// <summary>The same image under another tag; the digest stays.</summary>
    public ImageReference WithTag(string tag) => new(Registry, Repository, tag, Digest);

    /// <summary>The same image at exactly this content; the tag stays.</summary>
    public ImageReference WithDigest(Digest digest) => new(Registry, Repository, Tag, digest);

    /// <summary>The repository alone, without tag and digest.</summary>
    public ImageReference WithoutTagAndDigest() => new(Registry, Repository);

    /// <summary>Names <c>latest</c>, as Docker does, where there is neither tag nor digest.</summary>
    public ImageReference WithDefaultTag() => Tag is null && Digest is null ? WithTag("latest") : this;
}

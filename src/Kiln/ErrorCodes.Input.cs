namespace Kiln;

/// <summary>The stable codes of Kiln's messages; each has a page under <c>docs/errors</c>.</summary>
public static partial class ErrorCodes
{
    /// <summary>An image's Dockerfile does not exist.</summary>
    public const string DockerfileMissing = "KILN1001";

    /// <summary>An image's context folder does not exist.</summary>
    public const string ContextMissing = "KILN1002";

    /// <summary>Two images bear one name.</summary>
    public const string ImageNameTaken = "KILN1003";

    /// <summary>An image's name is no valid repository name.</summary>
    public const string ImageNameInvalid = "KILN1004";

    /// <summary>The Dockerfile has no such stage.</summary>
    public const string StageUnknown = "KILN1005";

    /// <summary>There is no commit to name the tag after, and no tag was given.</summary>
    public const string TagMissing = "KILN1006";

    /// <summary>A dirty tree must not become <c>latest</c>.</summary>
    public const string LatestOfDirtyTree = "KILN1007";

    /// <summary>A dirty tree must not be pushed to another machine unless that is allowed.</summary>
    public const string PushOfDirtyTree = "KILN1008";

    /// <summary>A platform that an image names cannot be built.</summary>
    public const string PlatformUnsupported = "KILN1009";

    /// <summary>Images of the build are made from each other in a circle.</summary>
    public const string ImageCycle = "KILN1014";

    /// <summary>Credentials for a registry that were given to the build have not the form that they need.</summary>
    public const string InvalidRegistryCredentials = "KILN1015";

    /// <summary>A secret that an image's steps need is not there.</summary>
    public const string SecretMissing = "KILN1016";

    /// <summary>A secret's id is none, or two secrets of an image have one.</summary>
    public const string SecretInvalid = "KILN1017";

    /// <summary>An image's steps need an SSH agent, and none runs.</summary>
    public const string SshAgentMissing = "KILN1018";

    /// <summary>A text that should be a semantic version is none.</summary>
    public const string VersionInvalid = "KILN1019";

    /// <summary>Two tags of an image would be one, of which one moves and the other must not.</summary>
    public const string TagsCollide = "KILN1020";

    /// <summary>An image has two Dockerfiles, one in a file and one inline, or an empty inline one.</summary>
    public const string DockerfileAmbiguous = "KILN1021";

    /// <summary>A named context is not there, or has a name that means something else.</summary>
    public const string NamedContextInvalid = "KILN1022";

    /// <summary>A stage has the name of an image of the build that the same Dockerfile starts from.</summary>
    public const string ImageNameHidden = "KILN1023";

    /// <summary>An image was named that the build does not have.</summary>
    public const string ImageNameUnknown = "KILN1024";

    /// <summary>An extra field of an image is one that Kiln models, or no JSON.</summary>
    public const string InvalidExtraField = "KILN1025";

    /// <summary>A receipt is damaged, or of a newer form.</summary>
    public const string ReceiptUnreadable = "KILN1030";

    /// <summary>An image was not built yet, so there is nothing to push.</summary>
    public const string ImageNotBuilt = "KILN1031";

    /// <summary>It is not said what is promoted, or as what.</summary>
    public const string PromotionUnclear = "KILN1032";

    /// <summary>A smoke test names what cannot be.</summary>
    public const string InvalidSmokeTest = "KILN1033";

    /// <summary>A platform was named that no image is for, or images of some platforms would be published as whole ones.</summary>
    public const string PlatformSelectionInvalid = "KILN1034";

    /// <summary>Images that were built platform by platform cannot be put together: one is missing, or they are not of one build.</summary>
    public const string PartsUnfit = "KILN1035";

    /// <summary>A value in the description of an image cannot be.</summary>
    public const string ImageValueInvalid = "KILN1036";
}

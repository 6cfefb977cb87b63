namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A registry cannot be reached: nothing listens there, or its name is not known.</summary>
    public const string RegistryUnreachable = "KILN2001";

    /// <summary>A registry wants credentials and there are none, or it does not accept those that were found.</summary>
    public const string RegistryRefusedCredentials = "KILN2002";

    /// <summary>A registry knows who asks and does not allow it.</summary>
    public const string RegistryForbids = "KILN2003";

    /// <summary>The connection to a registry broke, and broke again.</summary>
    public const string RegistryConnectionCut = "KILN2004";

    /// <summary>A registry accepted a request and then said nothing.</summary>
    public const string RegistryHangs = "KILN2005";

    /// <summary>A registry is overloaded or broken by its own account.</summary>
    public const string RegistryFails = "KILN2006";

    /// <summary>A registry answered what the distribution specification does not foresee.</summary>
    public const string RegistryAnswersUnexpectedly = "KILN2007";

    /// <summary>Something answers at an address, and it is no registry.</summary>
    public const string NotARegistry = "KILN2008";

    /// <summary>An image or one of its parts is not in the registry.</summary>
    public const string NotInRegistry = "KILN2009";

    /// <summary>A registry delivered or stored other bytes than those that a digest names.</summary>
    public const string RegistryDigestDiffers = "KILN2010";

    /// <summary>A tag exists with another digest and may not be moved.</summary>
    public const string TagWouldMove = "KILN2011";

    /// <summary>Docker's configuration file, where credentials are kept, cannot be read.</summary>
    public const string CredentialsUnreadable = "KILN2012";

    /// <summary>A registry points to an address that Kiln does not follow.</summary>
    public const string RedirectRefused = "KILN2013";

    /// <summary>The service that gives out a registry's tokens does not give one.</summary>
    public const string TokenRefused = "KILN2014";

    /// <summary>A host does not let a comment be written to a pull request.</summary>
    public const string CommentRefused = "KILN2015";

    /// <summary>GitHub does not let a check run be written for a commit.</summary>
    public const string CheckRunRefused = "KILN2017";
}

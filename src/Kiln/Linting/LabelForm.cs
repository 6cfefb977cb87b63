namespace Kiln.Linting;

/// <summary>What the value of a label has to look like.</summary>
public enum LabelForm
{
    /// <summary>Any text that is not empty.</summary>
    Text,

    /// <summary>An address of mail.</summary>
    Email,

    /// <summary>A commit: 7 to 40 hexadecimal digits.</summary>
    GitHash,

    /// <summary>Date and time as in RFC 3339.</summary>
    Rfc3339,

    /// <summary>A semantic version.</summary>
    SemanticVersion,

    /// <summary>An SPDX licence expression.</summary>
    SpdxLicense,

    /// <summary>An absolute address of http or https.</summary>
    Url,
}

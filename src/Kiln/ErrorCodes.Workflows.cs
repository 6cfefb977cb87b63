namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A pipeline is described in a way that no CI host could run.</summary>
    public const string InvalidPipeline = "KILN5001";

    /// <summary>A YAML document or fragment cannot be read.</summary>
    public const string YamlUnreadable = "KILN5002";

    /// <summary>Files of CI hosts are not what the build would write.</summary>
    public const string WorkflowDiffers = "KILN5003";

    /// <summary>A pipeline asks a CI host for what it does not have.</summary>
    public const string HostLacksFeature = "KILN5004";

    /// <summary>An action of a CI host is not pinned to a commit.</summary>
    public const string ActionNotPinned = "KILN5005";

    /// <summary>A file that Kiln would write is somebody else's.</summary>
    public const string WorkflowNotOurs = "KILN5006";

    /// <summary>No file of a CI host has a node at a path.</summary>
    public const string YamlPathUnknown = "KILN5007";
}

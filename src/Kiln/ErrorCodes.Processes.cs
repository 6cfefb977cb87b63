namespace Kiln;

public static partial class ErrorCodes
{
    /// <summary>A program ended with an exit code other than zero.</summary>
    public const string CommandFailed = "KILN3001";

    /// <summary>A program is not on this machine, or not where it was looked for.</summary>
    public const string ProgramNotFound = "KILN3002";

    /// <summary>A program took longer than it was allowed to, and was ended.</summary>
    public const string CommandTimedOut = "KILN3003";

    /// <summary>A program is there, but the system refused to start it.</summary>
    public const string CommandNotStarted = "KILN3004";

    /// <summary>A program cannot be left running behind the build on this machine.</summary>
    public const string CannotDetach = "KILN3005";
}

using Kiln.Contexts.Hygiene;

namespace Kiln;

/// <summary>
/// Something in a build context that looks as if it should not be sent, and is meant to be: a test's key, for example. Throws
/// KILN1026 without a reason, or for all of a context.
/// </summary>
/// <param name="Path">A file, or a folder with all below it; relative to the context, with slashes.</param>
/// <param name="Reason">Why it is no secret, or why it belongs there; for whoever reads the build.</param>
public sealed record ContextAllowance(string Path, string Reason)
{
    /// <summary>A file, or a folder with all below it; relative to the context, with slashes.</summary>
    public string Path { get; init => field = AllowedPath.Check(value); } = AllowedPath.Check(Path);

    /// <summary>Why it is no secret, or why it belongs there.</summary>
    public string Reason { get; init => field = AllowedPath.CheckReason(value); } = AllowedPath.CheckReason(Reason);

    internal bool Covers(string path) => path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}

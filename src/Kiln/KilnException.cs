namespace Kiln;

/// <summary>
/// Something that a person has to know or mend. <see cref="Exception.Message"/> says what, which value, where and what to
/// do; <see cref="Code"/> is stable and has a page under <c>docs/errors</c>.
/// </summary>
public class KilnException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>For example <c>KILN1001</c>; the first digit tells the area.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the user's input or configuration is at fault; then the exit code is 2. Default: the code's area says so.</summary>
    public bool IsUsage => ErrorCodes.IsUsage(Code);

    /// <summary>Code and message only: builds print exceptions whole, and a stack helps nobody here.</summary>
    public override string ToString() => $"{Code}: {Message}";
}

namespace Kiln.Engine.Parameters;

/// <summary>
/// The invocation or the build's definition is at fault. The message is shown as it is, without a stack.
/// </summary>
sealed class UsageException(string message) : Exception(message);

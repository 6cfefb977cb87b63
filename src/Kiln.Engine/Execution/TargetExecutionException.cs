namespace Kiln.Engine.Execution;

/// <summary>Ends a run after a target failed; what happened was already logged.</summary>
sealed class TargetExecutionException(string targetName, Exception cause)
    : Exception($"Target '{targetName}' has thrown an exception.", cause);

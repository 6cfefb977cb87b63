namespace Kiln.Primitives;

/// <summary>How much a finding matters, the least first.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>It works, but hardly as meant.</summary>
    Warning,

    /// <summary>It cannot work.</summary>
    Error,
}

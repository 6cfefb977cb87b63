namespace Kiln.Linting;

/// <summary>
/// Whether ShellCheck (https://www.shellcheck.net) judges the scripts of RUNs beside Kiln's rules. Its findings have its own codes, such as <c>SC2086</c>,
/// which comments and options take like ids of rules.
/// </summary>
public abstract record ShellCheckUse
{
    ShellCheckUse() { }

    /// <summary>Where <c>shellcheck</c> is on <c>PATH</c>; elsewhere Kiln's rules judge alone, and nothing fails.</summary>
    public static ShellCheckUse WhenFound { get; } = new OnPath();

    /// <summary>Never, also where it is there.</summary>
    public static ShellCheckUse Never { get; } = new Off();

    /// <summary>Always: a path, relative to the repository, or a name on <c>PATH</c>. KILN3002 where it is missing.</summary>
    public static implicit operator ShellCheckUse(string program) => new Program(program);

    /// <inheritdoc cref="WhenFound" />
    public sealed record OnPath : ShellCheckUse;

    /// <inheritdoc cref="Never" />
    public sealed record Off : ShellCheckUse;

    /// <summary>This program, and no build without it. KILN3002 where it is missing.</summary>
    /// <param name="Path">Relative to the repository, or a name on <c>PATH</c>.</param>
    public sealed record Program(string Path) : ShellCheckUse;
}

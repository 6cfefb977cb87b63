namespace Kiln.Workflows;

/// <summary>A secret that the host keeps, as a variable of the step that runs the targets, and of no other.</summary>
/// <param name="Variable">What the targets read.</param>
/// <param name="StoredAs">What it is called in the host's settings. Default: the same.</param>
public sealed record SecretUse(string Variable, string? StoredAs = null)
{
    /// <summary>KILN5001 where it can be no variable.</summary>
    public string Variable { get; init; } = JobGrammar.Variable(Variable, "a secret's variable");

    /// <summary>What it is called in the host's settings; KILN5001 where no host could hold that.</summary>
    public string StoredAs { get; init; } = JobGrammar.Secret(StoredAs ?? Variable);

    /// <summary>Whether runs for pull requests of the same job go without it.</summary>
    internal bool IsWithheldFromRequests { get; init; }
}

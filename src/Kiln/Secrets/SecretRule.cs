namespace Kiln.Secrets;

/// <summary>What the head of a file is, if it is anything to speak of.</summary>
delegate FileVerdict? SecretRule(string head);

/// <summary>What a file holds, in words without a value of it, and whether that must not be sent.</summary>
sealed record FileVerdict(string What, bool IsSecret)
{
    internal static FileVerdict Secret(string what) => new(what, IsSecret: true);

    internal static FileVerdict Doubtful(string what) => new(what, IsSecret: false);
}

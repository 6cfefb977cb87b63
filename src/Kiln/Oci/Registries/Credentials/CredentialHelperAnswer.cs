namespace Kiln.Oci.Registries.Credentials;

/// <summary>What a credential helper said; never printed, since it may hold a password.</summary>
public sealed record CredentialHelperAnswer(int ExitCode, string Output)
{
    /// <summary>The exit code only.</summary>
    public override string ToString() => $"exit code {ExitCode}";
}

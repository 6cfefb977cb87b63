using Kiln.Processes;

namespace Kiln.Oci.Registries.Credentials;

/// <summary>Runs the helpers that are on <c>PATH</c>, as Docker does, or those of one folder.</summary>
public sealed class CredentialHelperPrograms(CommandRunner runner, string? folder = null) : ICredentialHelper
{
    /// <inheritdoc />
    public async Task<CredentialHelperAnswer?> GetAsync(
        string name, string address, CancellationToken cancellationToken)
    {
        try
        {
            var result = await runner.RunAsync(Get(name, address), cancellationToken);
            return new CredentialHelperAnswer(result.ExitCode, result.Output);
        }
        // A configuration copied from another machine names its helpers; the registry may need no credentials at all.
        catch (KilnException error) when (error.Code is ErrorCodes.ProgramNotFound or ErrorCodes.CommandNotStarted)
        {
            return null;
        }
    }

    Command Get(string name, string address) => new(Path.Combine(folder ?? "", $"docker-credential-{name}"), ["get"])
    {
        StandardInput = address,
        Timeout = TimeSpan.FromSeconds(30),
        OnFailure = FailureHandling.Return,
    };
}

using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;

namespace Kiln.Tests.Oci.Registries;

/// <summary>Clients that lose no time and never see the developer's own credentials.</summary>
static class Clients
{
    public static RegistryOptions Quick { get; } = new()
    {
        Credentials = new NoCredentials(),
        Inactivity = TimeSpan.FromSeconds(20),
        Retries = new RetryPolicy { FirstDelay = TimeSpan.FromMilliseconds(5) },
    };

    public static RegistryClient Anonymous() => new(Quick);

    public static RegistryClient With(string registry, RegistryCredential credential) => new(Quick with
    {
        Credentials = new GivenCredentials([new(registry, credential)]),
    });
}

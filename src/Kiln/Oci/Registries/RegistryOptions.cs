using Kiln.Oci.Registries.Credentials;
using Kiln.Processes;

namespace Kiln.Oci.Registries;

/// <summary>How a <see cref="RegistryClient"/> asks.</summary>
public sealed record RegistryOptions
{
    /// <summary>Where credentials come from. Default: what <c>docker login</c> stored.</summary>
    public ICredentialSource Credentials { get; init; } = DockerCredentials.OfUser(new CommandRunner());

    /// <summary>
    /// How long a connection may be silent, in either direction, before it is given up. Default: one minute.
    /// </summary>
    public TimeSpan Inactivity { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What is tried again, and when. Default: five attempts.</summary>
    public RetryPolicy Retries { get; init; } = new();

    /// <summary>Larger blobs are sent so that a broken upload can go on where it stopped. Default: 16 MB.</summary>
    public long ResumableFrom { get; init; } = 16 * 1024 * 1024;
}

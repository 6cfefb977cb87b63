using Kiln.Components.Running;
using Kiln.Oci.Registries;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Credentials that this run was given, beside what <c>docker login</c> stored.</summary>
public interface IHazRegistryCredentials : INukeBuild
{
    /// <summary>One for each registry: <c>harbor.example.com=robot:password</c>. Best given by the variable <c>REGISTRY_CREDENTIALS</c>, blanks between several.</summary>
    [Parameter("Credentials for registries, each as host=user:password", Separator = " ")]
    [Secret]
    string[] RegistryCredentials => TryGetValue(() => RegistryCredentials) ?? [];

    /// <summary>By host and port. Default: the parameter's; yours may take them from secrets of your own.</summary>
    IEnumerable<KeyValuePair<string, RegistryCredential>> Credentials => RegistryCredentials.Select(CredentialText.Parse);
}

using Kiln;
using Nuke.Common.IO;

namespace Bases;

/// <summary>A folder of this machine that a stand-in is made of, under the name that its Dockerfile has for it.</summary>
/// <param name="Name">As in <c>COPY --from</c>.</param>
/// <param name="Find">Its path; asked only when the stand-in is made.</param>
sealed record HostFolder(string Name, Func<AbsolutePath> Find)
{
    /// <summary>The certificates that this machine trusts, so that what answers here also answers in a step.</summary>
    internal static readonly HostFolder Certificates = new("certificates", () => (AbsolutePath)"/etc/ssl/certs");

    /// <summary>The .NET that this build runs on.</summary>
    internal static readonly HostFolder DotNet = new("dotnet", () => (AbsolutePath)Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));

    internal KeyValuePair<string, BuildContext> Context => new(Name, BuildContext.OfFolder(Find()));
}

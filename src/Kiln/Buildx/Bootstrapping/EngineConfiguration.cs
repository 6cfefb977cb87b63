using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>The configuration files of the daemon and the registry, as text.</summary>
static class EngineConfiguration
{
    /// <summary>
    /// containerd's image store, without which nothing exports a cache or an OCI layout; no bridge and no iptables, so
    /// that the machine's network stays as it is.
    /// </summary>
    internal const string Daemon =
        """
        {
          "features": { "containerd-snapshotter": true },
          "bridge": "none",
          "iptables": false,
          "ip6tables": false,
          "log-level": "warn"
        }

        """;

    /// <summary>A registry for this machine only. CNCF distribution 2.8, <c>configuration.md</c>; a JSON string is one in YAML too.</summary>
    internal static string Registry(string storage, string address) =>
        $$"""
        version: 0.1
        log:
          level: warn
          accesslog:
            disabled: true
        storage:
          filesystem:
            rootdirectory: {{Quoted(storage)}}
          delete:
            enabled: true
        http:
          addr: {{Quoted(address)}}

        """;

    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

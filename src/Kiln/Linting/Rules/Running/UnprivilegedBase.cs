namespace Kiln.Linting.Rules.Running;

/// <summary>Images that do not leave their process to root, as far as their names tell.</summary>
static class UnprivilegedBase
{
    static readonly string[] Words =
    [
        "nonroot", "non-root", "rootless", "unprivileged", "chiseled", "nanoserver", "bitnami/", "bitnamilegacy/", "cgr.dev/",
        "chainguard/", "dhi.io/",
    ];

    // They have a USER, or begin as root to prepare a volume and step down by themselves.
    static readonly string[] Servers =
    [
        "cassandra", "couchdb", "elasticsearch", "ghost", "grafana", "haproxy", "jenkins", "keycloak", "kibana", "logstash",
        "mariadb", "memcached", "mongo", "mysql", "neo4j", "postgres", "prometheus", "rabbitmq", "redis", "solr", "sonarqube",
        "valkey", "zookeeper",
    ];

    public static bool Is(string image) =>
        Words.Any(x => image.Contains(x, StringComparison.OrdinalIgnoreCase))
        || Servers.Contains(NameOf(image)) || IsDistrolessOfMicrosoft(image);

    // Google's distroless images are root's unless they are tagged nonroot; Microsoft's are not.
    static bool IsDistrolessOfMicrosoft(string image) =>
        image.StartsWith("mcr.microsoft.com/", StringComparison.Ordinal) && image.Contains("distroless", StringComparison.Ordinal);

    static string NameOf(string image) => image[(image.LastIndexOf('/') + 1)..].Split(':', '@')[0];
}

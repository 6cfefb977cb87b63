using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln;

/// <summary>
/// A place for images: a registry's host and, where images lie deeper, a path, as in
/// <c>harbor.example.com/myproject</c> or <c>127.0.0.1:5000</c>. The host must be written out, also for Docker Hub.
/// </summary>
[JsonConverter(typeof(TextConverter<RegistryNamespace>))]
public sealed partial record RegistryNamespace : IParsable<RegistryNamespace>
{
    RegistryNamespace(string registry, string? path) => (Registry, Path) = (registry, path);

    /// <summary>Host and port where given.</summary>
    public string Registry { get; }

    /// <summary>What stands between the host and an image's own name; null where nothing does.</summary>
    public string? Path { get; }

    /// <summary>
    /// Whether the registry runs on this machine: localhost, 127.0.0.0/8 or ::1. Such a registry is spoken to by
    /// http.
    /// </summary>
    public bool IsLoopback => ReferenceGrammar.IsLoopback(Registry);

    /// <summary>The image of this name here, without a tag; a name that breaks the grammar is KILN1012.</summary>
    public ImageReference Image(string name) => new(Registry, Path is null ? name : $"{Path}/{name}");

    /// <summary>Reads <c>host[:port][/path]</c>; anything else is KILN1013.</summary>
    public static RegistryNamespace Parse(string text) =>
        Read(text, out var place) is { } problem
            ? throw new KilnException(
                ErrorCodes.InvalidRegistryNamespace, ReferenceGrammar.Sentence(text, "a registry namespace", problem))
            : place!;

    /// <summary>Reads a registry namespace where failing is an answer.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RegistryNamespace? place) =>
        Read(text, out place) is null;

    /// <summary>So that <c>["harbor.example.com/myproject"]</c> is a list of namespaces.</summary>
    public static implicit operator RegistryNamespace(string text) => Parse(text);

    /// <summary>As it is written: <c>host[:port][/path]</c>.</summary>
    public override string ToString() => Path is null ? Registry : $"{Registry}/{Path}";

    static RegistryNamespace IParsable<RegistryNamespace>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<RegistryNamespace>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out RegistryNamespace result) => TryParse(s, out result);

    static string? Read(string? text, out RegistryNamespace? place)
    {
        place = null;
        if (string.IsNullOrEmpty(text))
            return "it is empty; write a host such as registry.example.com, and a path where one is needed";
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
            return $"it is an address; write '{text[(scheme + 3)..].TrimEnd('/')}'";
        if (text.EndsWith('/'))
            return $"nothing follows the last '/'; write '{text.TrimEnd('/')}'";

        var slash = text.IndexOf('/');
        var (host, path) = slash < 0 ? (text, null) : (text[..slash], text[(slash + 1)..]);
        // Docker would take 'harbor/team' for docker.io/harbor/team. A push must not go to a stranger by a guess.
        if (!ReferenceGrammar.LooksLikeHost(host))
            return $"'{host}' could be a host or a name on Docker Hub; write '{host}:443{text[host.Length..]}' "
                + $"or 'docker.io/{text}'";

        var problem = ReferenceGrammar.HostProblem(host) ?? (path is null
            ? null
            : ReferenceGrammar.RepositoryProblem(path));
        if (problem is null)
            place = new RegistryNamespace(host == "index.docker.io" ? "docker.io" : host, path);
        return problem;
    }
}

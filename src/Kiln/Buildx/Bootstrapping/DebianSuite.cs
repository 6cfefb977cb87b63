namespace Kiln.Buildx.Bootstrapping;

/// <summary>One suite of a Debian archive, as a line of apt's sources names it.</summary>
/// <param name="Name">The suite, for example <c>sid</c> or <c>bookworm</c>.</param>
/// <param name="Mirror">The archive's address.</param>
/// <param name="Components">Default: <c>main</c>.</param>
public sealed record DebianSuite(string Name, string Mirror, string Components = "main")
{
    const string Archive = "http://deb.debian.org/debian";
    const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

    /// <summary>The suite that this machine was installed from, or null when the system is neither Debian nor Ubuntu.</summary>
    public static DebianSuite? OfSystem(string osRelease = "/etc/os-release", string apt = "/etc/apt")
    {
        if (!File.Exists(osRelease))
            return null;
        var facts = File.ReadLines(osRelease).Select(x => x.Split('=', 2)).Where(x => x.Length == 2)
            .ToDictionary(x => x[0], x => x[1].Trim('"'));
        if (!facts.TryGetValue("VERSION_CODENAME", out var codename) || !facts.TryGetValue("ID", out var id))
            return null;
        return id switch
        {
            "debian" => new DebianSuite(codename, MirrorIn(apt, codename) ?? Archive),
            "ubuntu" => new DebianSuite(codename, MirrorIn(apt, codename) ?? "http://archive.ubuntu.com/ubuntu", "main universe"),
            _ => null,
        };
    }

    /// <summary>Another suite of Debian, from the same mirror when that is one of Debian's.</summary>
    public DebianSuite Other(string name) => new(name, Mirror.TrimEnd('/').EndsWith("/debian", StringComparison.Ordinal) ? Mirror : Archive);

    /// <summary>The line for a sources file of our own.</summary>
    public override string ToString() => $"deb {SignedBy()}{Mirror} {Name} {Components}";

    // Ubuntu's own suites are signed with keys that apt trusts anyway.
    string SignedBy() => Mirror.Contains("ubuntu", StringComparison.Ordinal) || !File.Exists(Keyring) ? "" : $"[signed-by={Keyring}] ";

    /// <summary>Reads both forms of apt's sources: one-line (<c>deb URI suite …</c>) and deb822 (<c>URIs: …</c>).</summary>
    static string? MirrorIn(string apt, string codename)
    {
        var files = Directory.Exists(apt) ? Directory.EnumerateFiles(apt, "*", SearchOption.AllDirectories) : [];
        return files
            .Where(x => x.EndsWith(".list", StringComparison.Ordinal) || x.EndsWith(".sources", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(x => MirrorOf(File.ReadAllText(x), codename))
            .FirstOrDefault(x => x is not null);
    }

    internal static string? MirrorOf(string sources, string codename)
    {
        foreach (var stanza in sources.Replace("\r", "").Split("\n\n"))
        {
            var lines = stanza.Split('\n').Select(x => x.Trim()).Where(x => !x.StartsWith('#')).ToArray();
            if (Field(lines, "Suites:")?.Contains(codename) == true && Field(lines, "URIs:") is [var uri, ..])
                return uri;
            var words = lines.Where(x => x.StartsWith("deb ", StringComparison.Ordinal))
                .Select(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(y => !y.Contains("://")).ToArray())
                .FirstOrDefault(x => x.Length > 1 && x[1] == codename);
            if (words is not null)
                return words[0];
        }

        return null;
    }

    static string[]? Field(string[] lines, string name) => lines
        .FirstOrDefault(x => x.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..]
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

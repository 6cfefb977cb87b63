namespace Kiln.Buildx.Bootstrapping;

/// <summary>One suite of a Debian archive, as a line of apt's sources names it.</summary>
/// <param name="Name">The suite, for example <c>sid</c> or <c>bookworm</c>.</param>
/// <param name="Mirror">The archive's address.</param>
/// <param name="Components">Default: <c>main</c>.</param>
public sealed record DebianSuite(string Name, string Mirror, string Components = "main")
{
    const string Archive = "http://deb.debian.org/debian";
    const string UbuntuArchive = "http://archive.ubuntu.com/ubuntu";
    const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

    /// <summary>The suite that this machine was installed from, or null when the system is neither Debian nor Ubuntu.</summary>
    public static DebianSuite? OfSystem(string osRelease = "/etc/os-release", string apt = "/etc/apt")
    {
        if (!File.Exists(osRelease))
            return null;
        var facts = File.ReadLines(osRelease).Select(x => x.Split('=', 2)).Where(x => x.Length == 2)
            .ToLookup(x => x[0], x => x[1].Trim('"', '\''));
        var codename = facts["VERSION_CODENAME"].LastOrDefault("");
        return (facts["ID"].LastOrDefault(), codename) switch
        {
            (_, "") => null,
            ("debian", _) => new DebianSuite(codename, MirrorIn(apt, "debian", codename) ?? Archive),
            ("ubuntu", _) => new DebianSuite(codename, MirrorIn(apt, "ubuntu", codename) ?? UbuntuArchive, "main universe"),
            _ => null,
        };
    }

    /// <summary>Another suite of Debian, from the same mirror when that is one of Debian's.</summary>
    public DebianSuite Other(string name) =>
        new(name, Mirror.TrimEnd('/').EndsWith("/debian", StringComparison.Ordinal) ? Mirror : Archive);

    /// <summary>The line for a sources file of our own.</summary>
    public override string ToString() => $"deb {SignedBy()}{Mirror} {Name} {Components}";

    // Ubuntu's own suites are signed with keys that apt trusts anyway.
    string SignedBy() =>
        Mirror.Contains("ubuntu", StringComparison.Ordinal) || !File.Exists(Keyring) ? "" : $"[signed-by={Keyring}] ";

    static string? MirrorIn(string apt, string distribution, string codename)
    {
        var files = Directory.Exists(apt) ? Directory.EnumerateFiles(apt, "*", SearchOption.AllDirectories) : [];
        var sources = files
            .Where(x => Path.GetExtension(x) is ".list" or ".sources")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);
        return AptSources.MirrorOf(sources, distribution, codename);
    }
}

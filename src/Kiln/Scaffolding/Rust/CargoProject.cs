using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Rust;

/// <summary>A package with all packages that are compiled, or at least looked at, together with it.</summary>
sealed record CargoProject(CargoPackage Package, string Root)
{
    /// <summary>Where packages lie that are not fetched, by habit.</summary>
    public const string Vendored = "vendor";

    /// <summary>The other members of its workspace, and packages that it depends on by their path; itself too.</summary>
    public required ValueList<CargoPackage> Packages { get; init; }

    /// <summary>The folder that holds them all.</summary>
    public required string Context { get; init; }

    public bool HasLock { get; init; }

    /// <summary>Some dependencies come from git.</summary>
    public bool HasGitDependencies { get; init; }

    /// <summary>One of the dependencies is linked with OpenSSL, whose headers the small base lacks.</summary>
    public bool LinksOpenSsl { get; init; }

    /// <summary>What rust-toolchain asks for; null where there is none.</summary>
    public string? Channel { get; init; }

    public bool Strips { get; init; }

    /// <summary>Folders that Cargo is configured with, from the root folder: settings, and vendored dependencies.</summary>
    public ValueList<string> Folders { get; init; }

    public static CargoProject Read(FolderTree tree, CargoPackage package)
    {
        var root = Paths.WithParents(package.Folder).FirstOrDefault(x => IsRootOf(tree, x, package.Folder)) ?? package.Folder;
        var packages = Closure(tree, Members(tree, root).Append(package));
        var @lock = tree.TryRead(Paths.Join(root, "Cargo.lock"));
        var manifest = TomlFile.Parse(tree.Read(Paths.Join(root, "Cargo.toml")));
        var configured = new[] { ".cargo/config.toml", ".cargo/config" }.Any(x => tree.HasFile(Paths.Join(root, x)));
        return new CargoProject(package, root)
        {
            Packages = [.. packages.OrderBy(x => x.Folder, StringComparer.Ordinal)],
            Context = Paths.Common([root, .. packages.Select(x => x.Folder)]),
            HasLock = @lock is not null,
            HasGitDependencies = @lock is null || @lock.Contains("git+", StringComparison.Ordinal),
            LinksOpenSsl = HasCrate(@lock, "openssl-sys") && !HasCrate(@lock, "openssl-src"),
            Channel = ChannelOf(tree, root),
            Strips = package.Strips || manifest.Raw("profile.release", "strip") is not null || manifest.Raw("profile.release", "debug") is not null,
            Folders = !configured ? [] : [".cargo", .. tree.HasFolder(Paths.Join(root, Vendored)) ? [Vendored] : Array.Empty<string>()],
        };
    }

    static bool HasCrate(string? lockFile, string name) => lockFile?.Contains($"\"{name}\"", StringComparison.Ordinal) is true;

    static string? ChannelOf(FolderTree tree, string root)
    {
        foreach (var folder in Paths.WithParents(root))
            foreach (var name in new[] { "rust-toolchain.toml", "rust-toolchain" })
                if (tree.TryRead(Paths.Join(folder, name)) is { } text)
                    return TomlFile.Parse(text).Text("toolchain", "channel") ?? text.Trim();
        return null;
    }

    static bool IsRootOf(FolderTree tree, string root, string folder) =>
        tree.TryRead(Paths.Join(root, "Cargo.toml")) is { } text && TomlFile.Parse(text).Has("workspace")
        && (root == folder || Closure(tree, Members(tree, root)).Any(x => x.Folder == folder));

    static IEnumerable<CargoPackage> Members(FolderTree tree, string root)
    {
        var manifest = TomlFile.Parse(tree.Read(Paths.Join(root, "Cargo.toml")));
        var (patterns, left) = (manifest.List("workspace", "members"), manifest.List("workspace", "exclude"));
        var folders = tree.Folders.Where(x => Paths.IsIn(root, x))
            .Where(x => patterns.Any(y => Matches(y, Paths.Relative(root, x))) && !left.Contains(Paths.Relative(root, x)));
        return folders.Append(root).Distinct().Select(x => CargoPackage.Read(tree, x)).OfType<CargoPackage>();
    }

    // Packages that members depend on by their path are members, too.
    static List<CargoPackage> Closure(FolderTree tree, IEnumerable<CargoPackage> packages)
    {
        var found = new List<CargoPackage>();
        var waiting = new Queue<CargoPackage>(packages);
        while (waiting.TryDequeue(out var package))
        {
            if (found.Any(x => x.Folder == package.Folder))
                continue;
            found.Add(package);
            foreach (var neighbour in package.Neighbours.Where(x => !Paths.IsOutside(x)).Select(x => CargoPackage.Read(tree, x)).OfType<CargoPackage>())
                waiting.Enqueue(neighbour);
        }

        return found;
    }

    static bool Matches(string pattern, string folder) =>
        Regex.IsMatch(folder, $"^{Regex.Escape(Paths.Normalize(pattern)).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*")}$");
}

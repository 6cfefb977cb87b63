using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Node;

/// <summary>What packages need of the system, beside Node.js.</summary>
/// <param name="NeedsTools">Git, a compiler or the like, while they are installed.</param>
/// <param name="NeedsOpenSsl">Its library, also while they run.</param>
sealed partial record NodeSystem(bool NeedsTools, bool NeedsOpenSsl)
{
    // Compiled wherever nobody has made a binary for the platform and the version of Node.js; some of them always are.
    static readonly string[] Compiled =
    [
        "argon2", "bcrypt", "better-sqlite3", "canvas", "couchbase", "cpu-features", "deasync", "isolated-vm", "kerberos", "libpq", "microtime", "node-expat",
        "node-pty", "node-rdkafka", "pg-native", "re2", "serialport", "sodium-native", "sqlite3", "tree-sitter", "unix-dgram", "usb", "zeromq",
    ];

    // Since then its client has no program of Rust: https://www.prisma.io/docs/orm/more/upgrade-guides/upgrading-versions/upgrading-to-prisma-7
    const int FirstPrismaWithoutEngine = 7;

    /// <summary>Notes for people.</summary>
    public ValueList<string> Notes { get; init; }

    /// <summary>Instructions of the last stage.</summary>
    public IEnumerable<string> RunTimeSteps => !NeedsOpenSsl ? [] :
    [
        "# kiln ignore=KLN2001 # the newest is wanted: Debian takes a version away when a fix replaces it",
        DockerfileText.Run(
            [], "apt-get update", "apt-get install --yes --no-install-recommends openssl", "rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin"),
    ];

    public static NodeSystem Of(NodeRecipe recipe)
    {
        var locked = recipe.Manager.Lock is { } file ? recipe.Root.TextOf(file) ?? "" : "";
        string[] asked = [.. recipe.Packages.SelectMany(x => x.AllDependencies.Select(x.VersionOf)).OfType<string>()];
        var usesEngine = recipe.UsesPrisma && !recipe.UsedPackages.Select(x => x.VersionOf("@prisma/client")).OfType<string>()
            .Any(x => Versions.Of(x).Major >= FirstPrismaWithoutEngine);
        var needsTools = usesEngine || LockedToGit().IsMatch(locked) || asked.Any(x => Git().IsMatch(x))
            || Compiled.Any(x => IsAmong(x, locked) || recipe.UsedPackages.Any(y => y.Uses(x)));
        return new NodeSystem(needsTools, usesEngine && recipe.Site is null) { Notes = [.. NotesOn(recipe, asked)] };
    }

    static IEnumerable<string> NotesOn(NodeRecipe recipe, string[] asked)
    {
        if (asked.FirstOrDefault(x => GitBySsh().IsMatch(x)) is { } address)
            yield return $"'{address}' is fetched by SSH: give the steps that install packages a key (Ssh of the ImageSpec, --mount=type=ssh).";
        if (recipe.UsedPackages.Any(x => x.Uses("pg-native") || x.Uses("libpq")))
            yield return "pg-native needs a library of the system in the last stage, which is not there: pg does without it.";
        if (recipe.UsesPrisma && !recipe.UsedPackages.Any(x => x.Scripts.Values.Any(y => y.Contains("prisma generate", StringComparison.Ordinal))))
            yield return "Nothing runs 'prisma generate', so there would be no client: put it before what the script 'build' does.";
    }

    // As the lock files of npm, Yarn and pnpm write the name of a package.
    static bool IsAmong(string package, string locked) =>
        locked.Contains($"\"node_modules/{package}\"", StringComparison.Ordinal) || Regex.IsMatch(locked, $"^ *[\"'/]?{package}@", RegexOptions.Multiline);

    [GeneratedRegex("""resolved"?:? "git[+:@]|\.git#|#commit=|type: git\b""")]
    private static partial Regex LockedToGit();

    [GeneratedRegex("^(?:git[+:@]|ssh:)")]
    private static partial Regex Git();

    [GeneratedRegex(@"^(?:git\+ssh:|git@|ssh:)")]
    private static partial Regex GitBySsh();
}

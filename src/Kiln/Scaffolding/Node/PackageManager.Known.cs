using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Node;

sealed partial record PackageManager
{
    static readonly string[] NpmLocks = ["package-lock.json", "npm-shrinkwrap.json"];

    // Node.js 25 and later come without corepack, and later images without Yarn.
    const int LastNodeWithYarn = 24;

    /// <summary>The lock files that it is known by.</summary>
    public static string[] Locks { get; } = [.. NpmLocks, "pnpm-lock.yaml", "yarn.lock"];

    /// <summary>The one that package.json names, else the one whose lock file lies beside it, else npm.</summary>
    public static PackageManager Of(NodePackage package, string nodeVersion)
    {
        var named = package.PackageManager?.Split('@')[0];
        var version = package.PackageManager?.Split('@') is [_, { Length: > 0 } text, ..] ? text : null;
        if (named == "pnpm" || (named is null && package.HasFile("pnpm-lock.yaml")))
            return Pnpm(package, version);
        if (named == "yarn" || (named is null && package.HasFile("yarn.lock")))
            return IsBerry(package, version) ? YarnBerry(package, version, nodeVersion) : YarnOne(package, nodeVersion);
        return Npm(NpmLocks.FirstOrDefault(package.HasFile));
    }

    static PackageManager Npm(string? file)
    {
        var install = file is null ? "npm install" : "npm ci";
        return new PackageManager
        {
            Name = "npm",
            Cache = "/root/.npm",
            Lock = file,
            Settings = [".npmrc"],
            Install = install,
            InstallForRunning = $"{install} --omit=dev",
            InstallMemberForRunning = (_, folder) => $"{install} --omit=dev --workspace={folder} --include-workspace-root",
            Prune = "npm prune --omit=dev",
            RunScript = x => $"npm run {x}",
            RunMemberScript = (_, folder, x) => $"npm run {x} --workspace={folder}",
        };
    }

    static PackageManager Pnpm(NodePackage package, string? version)
    {
        var file = package.HasFile("pnpm-lock.yaml") ? "pnpm-lock.yaml" : null;
        var used = version ?? PnpmOf(package.TextOf("pnpm-lock.yaml"));
        var install = file is null ? "pnpm install" : "pnpm install --frozen-lockfile";
        // Since its version 10 it wants to be told that packages of the workspace may be copied.
        var legacy = Versions.Of(used).Major >= 10 ? " --legacy" : "";
        return new PackageManager
        {
            Name = "pnpm",
            Cache = "/root/.local/share/pnpm/store",
            Lock = file,
            Settings = [".npmrc", "pnpm-workspace.yaml", ".pnpmfile.cjs"],
            SettingFolders = ["patches"],
            Package = $"pnpm@{used}",
            Install = install,
            InstallForRunning = $"{install} --prod",
            InstallMemberForRunning = (name, _) => $"{install} --prod --filter {name}",
            Prune = "CI=true pnpm prune --prod --ignore-scripts",
            RunScript = x => $"pnpm run {x}",
            RunMemberScript = (name, _, x) => $"pnpm --filter {name} run {x}",
            Deploy = name => $"pnpm --filter {name} deploy --prod{legacy} /out",
        };
    }

    static PackageManager YarnOne(NodePackage package, string nodeVersion)
    {
        var file = package.HasFile("yarn.lock") ? "yarn.lock" : null;
        var install = file is null ? "yarn install" : "yarn install --frozen-lockfile";
        return new PackageManager
        {
            Name = "Yarn",
            Cache = "/usr/local/share/.cache/yarn",
            Lock = file,
            Settings = [".npmrc", ".yarnrc"],
            Package = FirstYarn(nodeVersion),
            ReplacesBase = true,
            Install = install,
            InstallForRunning = $"{install} --production",
            InstallMemberForRunning = (_, _) => $"{install} --production",
            Prune = $"{install} --production --ignore-scripts --prefer-offline",
            RunScript = x => $"yarn run {x}",
            RunMemberScript = (name, _, x) => $"yarn workspace {name} run {x}",
        };
    }

    static PackageManager YarnBerry(NodePackage package, string? version, string nodeVersion)
    {
        var file = package.HasFile("yarn.lock") ? "yarn.lock" : null;
        var install = file is null ? "yarn install" : "yarn install --immutable";
        var settings = package.TextOf(".yarnrc.yml") ?? "";
        var own = YarnPath().Match(settings);
        var used = version ?? Versions.First(Paths.Name(own.Groups[1].Value), 3) ?? YarnOf(package.TextOf("yarn.lock"));
        // Since its version 4 it can leave out packages that only building needs; before, a plugin could.
        var focuses = Versions.Of(used).Major >= 4 || settings.Contains("plugin-workspace-tools", StringComparison.Ordinal);
        return new PackageManager
        {
            Name = "Yarn",
            Cache = "/usr/local/share/.cache/yarn",
            Lock = file,
            Settings = [".yarnrc.yml"],
            SettingFolders = [".yarn"],
            // With yarnPath the repository holds Yarn itself, and the first Yarn only calls it.
            Package = own.Success ? FirstYarn(nodeVersion) : $"@yarnpkg/cli-dist@{used}",
            ReplacesBase = true,
            Environment = "ENV YARN_GLOBAL_FOLDER=/usr/local/share/.cache/yarn YARN_NODE_LINKER=node-modules YARN_ENABLE_TELEMETRY=0",
            WritesBesideManifests = true,
            Install = install,
            InstallForRunning = focuses ? "yarn workspaces focus --all --production" : install,
            InstallMemberForRunning = (name, _) => focuses ? $"yarn workspaces focus {name} --production" : install,
            Prune = focuses ? "yarn workspaces focus --all --production" : null,
            RunsScriptsOnPrune = true,
            RunScript = x => $"yarn run {x}",
            RunMemberScript = (name, _, x) => $"yarn workspace {name} run {x}",
        };
    }

    static bool IsBerry(NodePackage package, string? version) =>
        version is not null ? Versions.Of(version).Major >= 2
        : package.HasFile(".yarnrc.yml") || (package.TextOf("yarn.lock") ?? "").Contains("__metadata:", StringComparison.Ordinal);

    // The one of the base; null where that is there.
    static string? FirstYarn(string nodeVersion) => Versions.Of(nodeVersion).Major > LastNodeWithYarn ? $"yarn@{BaseTags.Yarn}" : null;

    // Another version would write the file anew, which --immutable forbids. Which one writes what was tried out.
    static string YarnOf(string? file) => YarnMetadata().Match(file ?? "").Groups[1].Value switch
    {
        "4" => "2.4.2",
        "5" => "3.1.1",
        "6" => "3.8.7",
        "9" => "4.14.1",
        "10" => "4.18.1",
        _ => BaseTags.YarnBerry,
    };

    // https://pnpm.io/git#merge-conflicts tells formats by versions: 5 came with pnpm 7, 6 with 8, 9 with 9 and 10.
    static string PnpmOf(string? file) => LockVersion().Match(file ?? "").Groups[1].Value switch
    {
        "5" => "7",
        "6" => "8",
        _ => BaseTags.Pnpm,
    };

    [GeneratedRegex(@"^lockfileVersion:\s*['""]?(\d+)", RegexOptions.Multiline)]
    private static partial Regex LockVersion();

    [GeneratedRegex(@"^__metadata:\s+version:\s*(\d+)", RegexOptions.Multiline)]
    private static partial Regex YarnMetadata();

    [GeneratedRegex(@"^yarnPath:\s*[""']?([^""'\s]+)", RegexOptions.Multiline)]
    private static partial Regex YarnPath();
}

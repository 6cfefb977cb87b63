using Kiln.Linting.Shell;

namespace Kiln.Linting.Toolchains;

/// <summary>The toolchains that rules know, with the folders that their documentation names.</summary>
static class KnownToolchains
{
    /// <summary>Of Python's own installer, which also installs single packages and folders.</summary>
    static readonly Toolchain Pip = new("pip", new BuildTool("pip"))
    {
        Manifests = ["requirements.txt"],
        Fetch = "pip install -r requirements.txt",
        Cache = new ToolchainCache(["/root/.cache/pip"], ["pip"], "PIP_CACHE_DIR"),
    };

    /// <summary>Of uv, which takes what pip takes.</summary>
    static readonly Toolchain Uv = new("uv", new BuildTool("uv") { Values = FlagValues.Poetry, Offline = ["--offline"] })
    {
        Manifests = ["pyproject.toml", "uv.lock"],
        Installs = ["sync"],
        Fetch = "uv sync --locked --no-install-project",
        Production = new ProductionOption("--no-dev", ["no-dev", "no-default-groups", "only-group"], "UV_NO_DEV"),
        Cache = new ToolchainCache(["/root/.cache/uv"], ["uv"], "UV_CACHE_DIR"),
    };

    static readonly Toolchain UvPip = Uv with { Manifests = Pip.Manifests, Installs = [], Fetch = "uv pip install -r requirements.txt" };

    /// <summary>Compilers and bundlers that packages of Node.js bring.</summary>
    static readonly Toolchain Scripts = new("npm", new BuildTool("npx"));

    static readonly Toolchain[] All =
    [
        new("npm", new BuildTool("npm") { Values = FlagValues.Npm, Offline = ["--offline"] })
        {
            Manifests = ["package.json", "package-lock.json"],
            Installs = ["ci", "clean-install", "install-clean", "ic", "install", "i"],
            InstallsPackages = true,
            Fetch = "npm ci",
            Builds = ["run build", "run-script build"],
            Production = new ProductionOption("--omit=dev", ["omit", "production", "only", "prod"], "NODE_ENV=production", "NODE_ENV production"),
            Cache = new ToolchainCache(["/root/.npm"], ["npm"], "npm_config_cache"),
        },
        new("Yarn", new BuildTool("yarn", "yarnpkg") { Values = FlagValues.Yarn, Offline = ["--offline"] })
        {
            Manifests = ["package.json", "yarn.lock"],
            Installs = ["install", ""],
            InstallsPackages = true,
            Fetch = "yarn install --frozen-lockfile",
            Builds = ["build", "run build"],
            Production = new ProductionOption("--production", ["production", "prod"], "NODE_ENV=production", "NODE_ENV production"),
            Cache = new ToolchainCache(["/usr/local/share/.cache/yarn"], ["yarn"], "YARN_CACHE_FOLDER"),
        },
        new("pnpm", new BuildTool("pnpm") { Values = FlagValues.Npm, Offline = ["--offline"] })
        {
            Manifests = ["package.json", "pnpm-lock.yaml"],
            Installs = ["install", "i", "fetch"],
            InstallsPackages = true,
            Fetch = "pnpm install --frozen-lockfile",
            Builds = ["build", "run build"],
            Production = new ProductionOption("--prod", ["prod", "production", "P"], "NODE_ENV=production", "NODE_ENV production"),
            Cache = new ToolchainCache(["/root/.local/share/pnpm/store"], ["pnpm"], "PNPM_HOME", "npm_config_store_dir"),
        },
        new("Bun", new BuildTool("bun") { Values = FlagValues.Npm })
        {
            Manifests = ["package.json", "bun.lock*"],
            Installs = ["install", "i", "ci"],
            InstallsPackages = true,
            Fetch = "bun install --frozen-lockfile",
            Builds = ["build", "run build"],
            Production = new ProductionOption("--production", ["production", "p", "omit"], "NODE_ENV=production", "NODE_ENV production"),
            Cache = new ToolchainCache(["/root/.bun/install/cache"], ["bun"], "BUN_INSTALL_CACHE_DIR"),
        },
        new("Poetry", new BuildTool("poetry") { Values = FlagValues.Poetry })
        {
            Manifests = ["pyproject.toml", "poetry.lock"],
            Installs = ["install", "sync"],
            Fetch = "poetry install --no-root",
            Production = new ProductionOption("--only main", ["only", "without", "no-dev"], "POETRY_WITHOUT"),
            Cache = new ToolchainCache(["/root/.cache/pypoetry"], ["poetry"], "POETRY_CACHE_DIR"),
        },
        new("Pipenv", new BuildTool("pipenv") { Values = FlagValues.Poetry })
        {
            Manifests = ["Pipfile", "Pipfile.lock"],
            Installs = ["install", "sync"],
            InstallsPackages = true,
            Fetch = "pipenv sync",
            Cache = new ToolchainCache(["/root/.cache/pipenv", "/root/.cache/pip"], ["pip"], "PIPENV_CACHE_DIR", "PIP_CACHE_DIR"),
        },
        Uv,
        new("Go", new BuildTool("go") { Values = FlagValues.Go, Offline = ["-mod=vendor"] })
        {
            Manifests = ["go.mod", "go.sum"],
            Installs = ["mod download", "mod vendor"],
            Fetch = "go mod download",
            Builds = ["build", "install"],
            KeepsInCache = true,
            Cache = new ToolchainCache(["/go/pkg/mod", "/root/.cache/go-build"], ["pkg/mod", "go-build", "gomod", "gocache"], "GOMODCACHE", "GOCACHE", "GOPATH"),
        },
        new(".NET", new BuildTool("dotnet") { Offline = ["--no-restore"] })
        {
            Manifests = ["*.csproj"],
            Installs = ["restore"],
            Fetch = "dotnet restore",
            Builds = ["publish", "build"],
            KeepsInCache = true,
            Cache = new ToolchainCache(["/root/.nuget/packages"], ["nuget"], "NUGET_PACKAGES"),
        },
        new("Maven", new BuildTool("mvn", "mvnw") { Values = FlagValues.Maven, HasGoals = true, Offline = ["-o", "--offline"] })
        {
            Manifests = ["pom.xml"],
            Installs =
            [
                "dependency:go-offline", "dependency:resolve", "dependency:resolve-plugins", "dependency:copy-dependencies", "dependency:tree",
                "go-offline", "resolve-dependencies",
            ],
            Fetch = "mvn dependency:go-offline",
            Builds = ["compile", "test", "package", "verify", "install", "deploy"],
            KeepsInCache = true,
            Cache = new ToolchainCache(["/root/.m2"], [".m2", "maven"], "MAVEN_USER_HOME"),
        },
        new("Gradle", new BuildTool("gradle", "gradlew") { Values = FlagValues.Gradle, HasGoals = true, Offline = ["--offline"] })
        {
            Manifests = ["build.gradle*", "settings.gradle*"],
            Installs = ["dependencies", "resolveDependencies", "downloadDependencies"],
            Fetch = "gradle dependencies",
            Builds =
            [
                "build", "assemble", "jar", "war", "bootJar", "bootWar", "installDist", "distTar", "distZip", "shadowJar", "installShadowDist", "classes",
                "compileJava", "compileKotlin", "quarkusBuild", "buildFatJar", "nativeCompile", "publish",
            ],
            KeepsInCache = true,
            Cache = new ToolchainCache(["/root/.gradle"], ["gradle"], "GRADLE_USER_HOME"),
        },
        new("Cargo", new BuildTool("cargo") { Values = FlagValues.Cargo, Offline = ["--offline", "--frozen"] })
        {
            Manifests = ["Cargo.toml", "Cargo.lock"],
            Installs = ["fetch", "chef cook", "vendor"],
            InstallsPackages = true,
            Fetch = "cargo fetch",
            Builds = ["build", "b", "rustc", "zigbuild", "install"],
            KeepsInCache = true,
            Cache = new ToolchainCache(["/usr/local/cargo/registry", "/usr/local/cargo/git"], ["cargo"], "CARGO_HOME"),
        },
        new("Composer", new BuildTool("composer"))
        {
            Manifests = ["composer.json", "composer.lock"],
            Installs = ["install"],
            Fetch = "composer install --no-scripts --no-autoloader",
            Production = new ProductionOption("--no-dev", ["no-dev"], "COMPOSER_NO_DEV"),
            Cache = new ToolchainCache(["/root/.composer/cache"], ["composer"], "COMPOSER_CACHE_DIR", "COMPOSER_HOME"),
        },
        new("Bundler", new BuildTool("bundle", "bundler"))
        {
            Manifests = ["Gemfile", "Gemfile.lock"],
            Installs = ["install", ""],
            Fetch = "bundle install",
            Production = new ProductionOption("--without development", ["without"], "without", "BUNDLE_DEPLOYMENT"),
        },
        new("C", new BuildTool("gcc", "g++", "cc", "c++", "clang", "clang++")) { Builds = ["*"] },
        new("make", new BuildTool("make", "ninja")) { Builds = ["", "*"] },
        new("Java", new BuildTool("javac")) { Builds = ["*"] },
    ];

    /// <summary>The toolchain whose dependencies a command fetches; null for other commands.</summary>
    public static Toolchain? FetchingBy(ShellCommand command) => ManifestOf(command) ?? All.FirstOrDefault(x => x.Fetches(command));

    /// <summary>The toolchain that a command compiles with.</summary>
    public static Toolchain? CompilingBy(ShellCommand command) =>
        All.FirstOrDefault(x => x.Compiles(command)) ?? (ScriptCompilers.Is(command) || IsCMake(command) ? Scripts : null);

    /// <summary>The lists that pip is told to install: <c>-r requirements/prod.txt</c>.</summary>
    public static IEnumerable<string> RequirementsOf(ShellCommand command) => command.ValuesOf("r", "requirement", "requirements").Select(x => x.Text);

    static bool IsCMake(ShellCommand command) => command.Is("cmake", "--build") || command.Is("meson", "compile");

    // Only a list of requirements is a layer of dependencies.
    static Toolchain? ManifestOf(ShellCommand command)
    {
        if (command.HasFlag("no-index"))
            return null;
        var words = command.Arguments.Where(x => !x.IsFlag).Select(x => x.Text).ToArray();
        if (command.Name == "uv" && words is ["pip", "install" or "sync", ..])
            return words[1] == "sync" || RequirementsOf(command).Any() ? UvPip : null;
        var isPip = command.Name.TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == "pip"
            || (command.Name.StartsWith("python", StringComparison.Ordinal) && command.Arguments is [{ Text: "-m" }, { Text: "pip" }, ..]);
        return isPip && command.HasArgument("install", "wheel", "download") && RequirementsOf(command).Any() ? Pip : null;
    }
}

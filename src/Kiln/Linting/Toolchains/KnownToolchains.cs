using Kiln.Linting.Shell;

namespace Kiln.Linting.Toolchains;

/// <summary>The toolchains that rules know, with the folders that their documentation names.</summary>
static class KnownToolchains
{
    public static IReadOnlyList<Toolchain> All { get; } =
    [
        new("npm", ["package.json", "package-lock.json"], ["npm ci", "npm install", "npm i"], ["/root/.npm"])
        {
            Fetch = "npm ci",
            Builds = ["npm run build"],
        },
        new("Yarn", ["package.json", "yarn.lock"], ["yarn install", "yarn"], ["/usr/local/share/.cache/yarn"])
        {
            Fetch = "yarn install --frozen-lockfile",
            Builds = ["yarn build", "yarn run build"],
        },
        new("pnpm", ["package.json", "pnpm-lock.yaml"], ["pnpm install", "pnpm i"], ["/root/.local/share/pnpm/store"])
        {
            Fetch = "pnpm install --frozen-lockfile",
            Builds = ["pnpm build", "pnpm run build"],
        },
        new("Poetry", ["pyproject.toml", "poetry.lock"], ["poetry install"], ["/root/.cache/pypoetry"]) { Fetch = "poetry install --no-root" },
        new("uv", ["pyproject.toml", "uv.lock"], ["uv sync"], ["/root/.cache/uv"]) { Fetch = "uv sync --locked --no-install-project" },
        new("Go", ["go.mod", "go.sum"], ["go mod download"], ["/go/pkg/mod", "/root/.cache/go-build"])
        {
            Builds = ["go build", "go install"],
            KeepsInCache = true,
        },
        new(".NET", ["*.csproj"], ["dotnet restore"], ["/root/.nuget/packages"])
        {
            Builds = ["dotnet publish", "dotnet build"],
            KeepsInCache = true,
        },
        new("Maven", ["pom.xml"], ["mvn dependency:go-offline", "mvnw dependency:go-offline"], ["/root/.m2"])
        {
            Builds = ["mvn package", "mvn install", "mvn verify", "mvn clean package", "mvn clean install", "mvn clean verify",
                "mvnw package", "mvnw install", "mvnw verify", "mvnw clean package", "mvnw clean install", "mvnw clean verify"],
            KeepsInCache = true,
        },
        new("Gradle", ["build.gradle.kts", "settings.gradle.kts"], ["gradle dependencies", "gradlew dependencies"], ["/root/.gradle"])
        {
            Builds = ["gradle build", "gradle bootJar", "gradle assemble", "gradle clean build",
                "gradlew build", "gradlew bootJar", "gradlew assemble", "gradlew clean build"],
            KeepsInCache = true,
        },
        new("Cargo", ["Cargo.toml", "Cargo.lock"], ["cargo fetch"], ["/usr/local/cargo/registry", "/usr/local/cargo/git"])
        {
            Builds = ["cargo build", "cargo install"],
            KeepsInCache = true,
        },
        new("Composer", ["composer.json", "composer.lock"], ["composer install"], ["/root/.composer/cache"])
        {
            Fetch = "composer install --no-scripts --no-autoloader",
        },
        new("Bundler", ["Gemfile", "Gemfile.lock"], ["bundle install", "bundle"], []),
        new("pip", ["requirements.txt"], [], ["/root/.cache/pip"]) { Fetch = "pip install -r requirements.txt" },
    ];

    /// <summary>The toolchain whose dependencies a command fetches; null for other commands.</summary>
    public static Toolchain? FetchingBy(ShellCommand command) =>
        IsPipOfManifest(command) ? All[^1] : All.FirstOrDefault(x => x.Fetches(command));

    /// <summary>The toolchain that a command compiles with.</summary>
    public static Toolchain? CompilingBy(ShellCommand command) => All.FirstOrDefault(x => x.Compiles(command));

    // pip also installs single packages and folders; only a list of requirements is a layer of dependencies.
    static bool IsPipOfManifest(ShellCommand command)
    {
        var isPip = command.Name is "pip" or "pip3"
            || (command.Name is "python" or "python3" && command.Arguments is [{ Text: "-m" }, { Text: "pip" }, ..]);
        return isPip && command.HasArgument("install") && command.HasFlag("r", "requirement");
    }
}

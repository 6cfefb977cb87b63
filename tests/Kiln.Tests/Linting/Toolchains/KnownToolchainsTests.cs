using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Shell;
using Kiln.Linting.Toolchains;

namespace Kiln.Tests.Linting.Toolchains;

public sealed class KnownToolchainsTests
{
    [Theory]
    [InlineData("npm ci", "npm")]
    [InlineData("npm --prefix client ci", "npm")]
    [InlineData("npm clean-install --omit=dev", "npm")]
    [InlineData("npm install typescript", null)]
    [InlineData("npm install -g pnpm", null)]
    [InlineData("npm run test", null)]
    [InlineData("yarn", "Yarn")]
    [InlineData("yarn --cwd web install --immutable", "Yarn")]
    [InlineData("yarn --version", null)]
    [InlineData("pnpm fetch", "pnpm")]
    [InlineData("pnpm install --frozen-lockfile --offline", null)]
    [InlineData("bun install", "Bun")]
    [InlineData("poetry install --no-root", "Poetry")]
    [InlineData("pipenv sync", "Pipenv")]
    [InlineData("uv sync --locked", "uv")]
    [InlineData("uv pip install -r requirements.txt", "uv")]
    [InlineData("uv pip install flask", null)]
    [InlineData("pip3.13 install --requirement=requirements/prod.txt", "pip")]
    [InlineData("python3 -m pip install -r requirements.txt", "pip")]
    [InlineData(".venv/bin/pip install -r requirements.txt", "pip")]
    [InlineData("pip install .", null)]
    [InlineData("go mod download", "Go")]
    [InlineData("go -C src build ./...", "Go")]
    [InlineData("go build -mod=vendor .", null)]
    [InlineData("go install example.com/tool@v1.2.3", null)]
    [InlineData("dotnet restore src/Api/Api.csproj", ".NET")]
    [InlineData("dotnet publish -c Release", ".NET")]
    [InlineData("dotnet restore -nologo", ".NET")]
    [InlineData("bundle -v", null)]
    [InlineData("dotnet publish --no-restore -c Release", null)]
    [InlineData("mvn -B dependency:go-offline", "Maven")]
    [InlineData("mvn org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline", "Maven")]
    [InlineData("mvn -f api/pom.xml package", "Maven")]
    [InlineData("mvn -P prod -s settings.xml -T 1C clean deploy", "Maven")]
    [InlineData("./mvnw -B compile", "Maven")]
    [InlineData("mvn -o package", null)]
    [InlineData("mvn --version", null)]
    [InlineData("./gradlew clean bootJar -x test", "Gradle")]
    [InlineData("gradle -p api :app:installDist", "Gradle")]
    [InlineData("gradle shadowJar --no-daemon", "Gradle")]
    [InlineData("gradle -x build tasks", null)]
    [InlineData("cargo +nightly build --release", "Cargo")]
    [InlineData("cargo chef cook --release --recipe-path recipe.json", "Cargo")]
    [InlineData("cargo chef prepare", null)]
    [InlineData("cargo install cargo-chef", null)]
    [InlineData("cargo install --path .", "Cargo")]
    [InlineData("composer install", "Composer")]
    [InlineData("bundle install", "Bundler")]
    [InlineData("make", null)]
    public void What_fetches_dependencies_is_told_from_what_does_not(string command, string? toolchain) =>
        Assert.Equal(toolchain, KnownToolchains.FetchingBy(CommandOf(command))?.Name);

    [Theory]
    [InlineData("go build .", true)]
    [InlineData("go build -trimpath -ldflags='-s -w' -o /out/api ./cmd/api", true)]
    [InlineData("dotnet build -v q -nologo -p:PublishAot=true", true)]
    [InlineData("gcc -O2 -o /server main.c", true)]
    [InlineData("gcc --version", false)]
    [InlineData("make -j4 install", true)]
    [InlineData("make --version", false)]
    [InlineData("cmake --build build", true)]
    [InlineData("javac -d out Main.java", true)]
    [InlineData("npx tsc", true)]
    [InlineData("npx --yes next build", true)]
    [InlineData("yarn vite build", true)]
    [InlineData("pnpm exec ng build", true)]
    [InlineData("npm run build:prod", true)]
    [InlineData("next start", false)]
    [InlineData("mvn package", true)]
    [InlineData("cargo install ripgrep", false)]
    [InlineData("npm ci", false)]
    [InlineData("echo make", false)]
    public void What_compiles_is_told_from_what_does_not(string command, bool compiles) =>
        Assert.Equal(compiles, KnownToolchains.CompilingBy(CommandOf(command)) is not null);

    static ShellCommand CommandOf(string text) =>
        new LintSubject(Dockerfile.Parse($"FROM debian:13\nRUN {text}\n"), new LintOptions()).Commands.First();
}

using Kiln.Dockerfiles;
using Kiln.Linting;

namespace Kiln.Tests.Linting.Rules;

public sealed class SizeRulesTests
{
    [Theory]
    [InlineData("COPY api/ .\nRUN npm ci", "api/package.json 1 api/package-lock.json 1 api/server.js 1", "Before it: COPY api/package.json api/package-lock.json ./, then RUN npm ci; copy the rest after that.")]
    [InlineData("COPY src ./src\nRUN mvn package", "pom.xml 1 src/main/java/App.java 1", "Before it: COPY pom.xml ./, then RUN mvn dependency:go-offline; copy the rest after that.")]
    [InlineData("COPY . .\nRUN ./gradlew :app:bootJar", "build.gradle 1 settings.gradle 1 App.java 1", "Before it: COPY build.gradle settings.gradle ./, then RUN gradle dependencies; copy the rest after that.")]
    [InlineData("COPY . .\nRUN dotnet restore", "src/Api/Api.csproj 1 src/Api/Program.cs 1", "Before it: COPY src/Api/Api.csproj ./, then RUN dotnet restore; copy the rest after that.")]
    [InlineData("COPY . .\nRUN go build .", "go.mod 1 go.sum 1 main.go 1", "Before it: COPY go.mod go.sum ./, then RUN go mod download; copy the rest after that.")]
    [InlineData("COPY . .\nRUN go build .", "go.mod 1 main.go 1", null)]
    [InlineData("COPY . .\nRUN go build .", "go.mod 1 go.sum 1 vendor/modules.txt 1 main.go 1", null)]
    [InlineData("COPY patches ./patches\nRUN npm ci", "patches/react.patch 1 package.json 1", null)]
    [InlineData("COPY manifests/ .\nRUN npm ci", "manifests/package.json 1 server.js 1", null)]
    public void Where_the_context_is_known_manifests_are_those_that_are_there(string steps, string files, string? remedy) =>
        Assert.Equal(remedy, FindingOf("KLN9003", $"FROM debian:13\nWORKDIR /app\n{steps}\n", ContextOf(files))?.Remedy);

    [Theory]
    [InlineData("COPY api/ .\nRUN npm ci", "api/")]
    [InlineData("COPY api /app\nRUN npm ci", "api")]
    [InlineData("COPY pom.xml .\nCOPY src ./src\nRUN mvn -B package", "src")]
    [InlineData("COPY pom.xml .\nRUN mvn dependency:resolve\nCOPY src ./src\nRUN mvn -B package", null)]
    [InlineData("COPY recipe.json .\nRUN cargo chef cook\nCOPY . .\nRUN cargo build --release", null)]
    [InlineData("COPY package.json package-lock.json ./\nCOPY prisma ./prisma\nRUN npm ci", null)]
    [InlineData("COPY .yarn ./.yarn\nCOPY gradle ./gradle\nCOPY package.json .\nRUN yarn install", null)]
    [InlineData("COPY . .\nRUN go build -mod=vendor .", null)]
    public void Where_only_the_text_is_known_folders_of_sources_are_known_by_their_names(string steps, string? source)
    {
        var text = $"FROM debian:13\nWORKDIR /app\n{steps}\n";

        Assert.Equal(source, FindingOf("KLN9003", text) is { } found ? Dockerfile.Parse(text).Source.TextAt(found.Span) : null);
    }

    [Theory]
    [InlineData("target=/pnpm/store", "pnpm install")]
    [InlineData("target=/home/node/.npm,uid=1000", "npm ci")]
    [InlineData("target=/home/gradle/.gradle", "gradle build")]
    [InlineData("target=$HOME/.cache", "uv sync")]
    [InlineData("target=/cache", "UV_CACHE_DIR=/cache uv sync")]
    [InlineData("target=/cache", "pnpm install --store-dir /cache")]
    [InlineData("target=/deps", "dotnet restore", "ENV NUGET_PACKAGES=/deps/nuget")]
    public void A_cache_that_is_meant_for_it_counts(string mount, string command, string environment = "ENV A=1") =>
        Assert.Null(FindingOf("KLN9004", $"FROM debian:13\n{environment}\nRUN --mount=type=cache,{mount} {command}\n"));

    [Theory]
    [InlineData("target=/var/cache/apt", "npm ci")]
    [InlineData("target=/deps", "dotnet restore")]
    public void A_cache_for_something_else_does_not(string mount, string command) =>
        Assert.NotNull(FindingOf("KLN9004", $"FROM debian:13\nRUN --mount=type=cache,{mount} {command}\n"));

    [Theory]
    [InlineData("FROM golang:1.25\nCOPY . .\nCMD [\"go\", \"run\", \".\"]\n", true)]
    [InlineData("FROM maven:3-eclipse-temurin-21\nCMD [\"mvn\", \"spring-boot:run\"]\n", true)]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0\nCMD [\"dotnet\", \"run\"]\n", true)]
    [InlineData("ARG GO=1.25\nFROM golang:${GO}\nCMD [\"/a\"]\n", true)]
    [InlineData("FROM debian:13\nRUN gcc -o /a a.c\n", true)]
    [InlineData("FROM node:24\nRUN npx tsc\n", true)]
    [InlineData("FROM debian:13\nRUN apt-get install -y gcc && make install && apt-get purge -y gcc\n", false)]
    [InlineData("FROM corp.example.com/golang:1.25\nCMD [\"/a\"]\n", false)]
    [InlineData("FROM golang:1.25 AS build\nRUN go build .\nFROM debian:13\nCOPY --from=build /a /a\n", false)]
    public void A_base_that_is_there_to_compile_is_none_for_a_final_image(string text, bool isFound) => Assert.Equal(isFound, FindingOf("KLN9001", text) is not null);

    [Fact]
    public void A_base_is_what_its_argument_says_by_default() => Assert.Equal(
        "'node:${V}', by default 'node:24', has about 1100 MB, its lighter kind about 230 MB.",
        FindingOf("KLN9005", "ARG V=24\nFROM node:${V}\n")?.Message);

    [Theory]
    [InlineData("KLN9006", "RUN rm -rf /tmp/x")]
    [InlineData("KLN9007", "RUN chown -R 1000 /app")]
    public void What_a_stage_that_only_builds_does_twice_costs_nobody_anything(string rule, string step)
    {
        var build = $"FROM debian:13 AS build\nCOPY . /app\n{step}\n";

        Assert.NotNull(FindingOf(rule, build));
        Assert.Null(FindingOf(rule, $"{build}FROM debian:13\nCOPY --from=build /app /app\n"));
    }

    [Theory]
    [InlineData("npm ci", true)]
    [InlineData("npm ci && npm prune --omit=dev", false)]
    [InlineData("yarn install --production", false)]
    [InlineData("pnpm install -P", false)]
    [InlineData("poetry install --no-root", true)]
    [InlineData("uv sync --locked --no-dev", false)]
    [InlineData("npm ci && npm run build", false)]
    public void Packages_for_developers_are_found_in_the_final_image(string command, bool isFound) =>
        Assert.Equal(isFound, FindingOf("KLN9010", $"FROM node:24-slim\nRUN {command}\n") is not null);

    static LintContext ContextOf(string files)
    {
        var words = files.Split(' ');
        return new LintContext(() => words.Chunk(2).Select(x => new ContextFile(x[0], long.Parse(x[1]))), DockerIgnore.None, hasIgnoreFile: true);
    }

    static LintFinding? FindingOf(string rule, string text, LintContext? context = null) =>
        new Linter().Lint(text, image: new LintedImage { Context = context }).Findings.FirstOrDefault(x => x.Rule == rule);
}

using Kiln.Advising;
using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Toolchains;
using Kiln.Receipts;

namespace Kiln.Tests.Advising;

public sealed class AdvisorTests
{
    [Theory]
    [InlineData("FROM golang:1.25 AS b\nRUN CGO_ENABLED=0 go build .\nFROM scratch\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM golang:1.25 AS b\nENV CGO_ENABLED=0\nRUN go build .\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM golang:1.25-alpine AS b\nRUN go build .\nFROM alpine:3.22\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM golang:1.25-alpine AS b\nRUN apk add gcc musl-dev && go build .\nFROM alpine:3.22\nCOPY --from=b /a /a\n", ProgramKind.LinkedToMusl)]
    [InlineData("FROM golang:1.25 AS b\nRUN go build .\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Linked)]
    [InlineData("FROM rust:1 AS b\nRUN cargo build --release\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Linked)]
    [InlineData("FROM rust:1-alpine AS b\nRUN cargo build --release\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM rust:1 AS b\nRUN cargo build --target x86_64-unknown-linux-musl\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM alpine:3.22 AS b\nRUN gcc -o /a a.c\nFROM alpine:3.22\nCOPY --from=b /a /a\n", ProgramKind.LinkedToMusl)]
    [InlineData("FROM gcc:15 AS b\nRUN make\nFROM debian:13-slim\nCOPY --from=b /a /a\n", ProgramKind.Linked)]
    [InlineData("FROM node:20\nCMD [\"node\", \"a.js\"]\n", ProgramKind.Node, "20")]
    [InlineData("ARG NODE=22.1\nFROM node:${NODE}-slim\n", ProgramKind.Node, "22")]
    [InlineData("FROM gcr.io/distroless/nodejs22-debian12\n", ProgramKind.Node, "22")]
    [InlineData("FROM python:3.12.4-slim\n", ProgramKind.Python, "3.12")]
    [InlineData("FROM eclipse-temurin:17-jre\n", ProgramKind.Java, "17")]
    [InlineData("FROM maven:3.9-eclipse-temurin-17 AS b\nRUN mvn package\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Java, "17")]
    [InlineData("FROM gradle:8.5-jdk11\nCMD [\"gradle\", \"run\"]\n", ProgramKind.Java, "11")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:8.0 AS b\nRUN dotnet publish\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.DotNet, "8.0")]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:9.0 AS b\nRUN dotnet publish -p:PublishAot=true\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.SelfContainedDotNet, "9.0")]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime-deps:8.0\n", ProgramKind.SelfContainedDotNet, "8.0")]
    [InlineData("FROM nginxinc/nginx-unprivileged:1.29-alpine\n", ProgramKind.Site, "1.29")]
    [InlineData("FROM php:8.3-apache\n", ProgramKind.Php, "8.3")]
    [InlineData("FROM ruby:3.3\n", ProgramKind.Ruby, "3.3")]
    [InlineData("FROM golang:1.25 AS b\nRUN go build .\nFROM postgres:17\nCOPY --from=b /a /a\n", ProgramKind.Unknown)]
    [InlineData("FROM corp.example.com/node:20\n", ProgramKind.Unknown)]
    [InlineData("FROM debian:13\nRUN true\n", ProgramKind.Unknown)]
    [InlineData("", ProgramKind.Unknown)]
    public void What_a_program_needs_is_read_from_its_file(string text, object kind, string? version = null)
    {
        var needs = ProgramKinds.Of(SubjectOf(text));

        Assert.Equal((kind, version), (needs.Kind, needs.Version));
    }

    [Fact]
    public void Every_kind_has_bases_with_the_first_choice_first()
    {
        foreach (var kind in Enum.GetValues<ProgramKind>())
            Assert.InRange(BaseCandidates.For(new ProgramNeeds(kind)).Count, 2, 5);
        Assert.Equal("gcr.io/distroless/static-debian12:nonroot", BaseCandidates.For(new ProgramNeeds(ProgramKind.Static))[0].Image);
        Assert.Contains("ubuntu:24.04", BaseCandidates.For(new ProgramNeeds(ProgramKind.Linked)).Select(x => x.Image));
    }

    [Theory]
    [InlineData("FROM node:18\nCMD [\"node\", \"a.js\"]\n", "node:18-slim node:18-alpine node:18")]
    [InlineData("FROM eclipse-temurin:17\nCMD [\"java\", \"A\"]\n", "eclipse-temurin:17-jre gcr.io/distroless/java17-debian12:nonroot eclipse-temurin:17-jre-alpine debian:13-slim")]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime:6.0\nENTRYPOINT [\"dotnet\", \"A.dll\"]\n",
        "mcr.microsoft.com/dotnet/runtime:6.0-jammy-chiseled mcr.microsoft.com/dotnet/runtime:6.0-alpine mcr.microsoft.com/dotnet/runtime:6.0")]
    [InlineData("FROM golang:1.25 AS b\nRUN CGO_ENABLED=0 go build .\nFROM debian:13\nRUN useradd app\nCOPY --from=b /a /a\n",
        "alpine:3.22 debian:13-slim ubuntu:24.04 gcr.io/distroless/static-debian12:nonroot scratch")]
    public void Bases_are_of_the_version_of_the_file_and_have_what_its_steps_need(string text, string images) =>
        Assert.Equal(images, string.Join(' ', BaseCandidates.For(ProgramKinds.Of(SubjectOf(text))).Select(x => x.Image)));

    [Theory]
    [InlineData("FROM python:3.13\nCMD [\"python\"]\n", "KLN9005", 895)]
    [InlineData("FROM eclipse-temurin:21\nCMD [\"java\"]\n", "KLN9005", 180)]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENTRYPOINT [\"dotnet\", \"A.dll\"]\n", "KLN9005", 105)]
    [InlineData("FROM golang:1.25\nRUN CGO_ENABLED=0 go build .\nCMD [\"/a\"]\n", "KLN9001", 837)]
    [InlineData("FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*\n", "KLN9006", 20)]
    [InlineData("FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled\nENTRYPOINT [\"/a\"]\n", null, null)]
    [InlineData("FROM nginxinc/nginx-unprivileged:1.29-alpine\n", null, null)]
    [InlineData("FROM postgres:17\n", null, null)]
    public void Without_a_build_what_is_saved_is_estimated(string text, string? rule, int? megabytes)
    {
        var saving = Advisor.Of("api", SubjectOf(text), new Linter().Lint(text), null).Savings.FirstOrDefault();

        Assert.Equal((rule, megabytes * 1_000_000L), (saving?.What.Split(',')[0], saving?.Bytes));
        Assert.NotEqual(true, saving?.IsMeasured);
    }

    [Theory]
    [InlineData("FROM debian:13\nCOPY . /app\n", 48_000_000L)]
    [InlineData("FROM debian:13 AS build\nCOPY . /app\nFROM debian:13-slim\nCOPY --from=build /app /app\n", null)]
    public void Needless_files_count_where_they_ship(string text, long? bytes)
    {
        var image = new LintedImage { Context = new LintContext(() => [new ContextFile(".git/pack", 48_000_000), new ContextFile("a.c", 1)], DockerIgnore.None, hasIgnoreFile: false) };

        var advice = Advisor.Of("api", new LintSubject(Dockerfile.Parse(text), new LintOptions(), image), new Linter().Lint(text, image: image), null);

        Assert.Equal(bytes, advice.Savings.FirstOrDefault(x => x.What.StartsWith("KLN9008", StringComparison.Ordinal))?.Bytes);
    }

    [Fact]
    public void Another_base_is_named_once_and_measured_by_what_was_built()
    {
        const string text = "FROM golang:1.25 AS b\nRUN CGO_ENABLED=0 go build .\nFROM debian:13-slim\nRUN true\nCOPY --from=b /a /a\n";
        var receipt = ReceiptOn("docker.io/library/debian:13-slim", 80_000_000);

        var saving = Assert.Single(Advisor.Of("api", SubjectOf(text), new Linter().Lint(text), receipt).Savings);

        Assert.Equal("Start the final stage from alpine:3.22 instead of docker.io/library/debian:13-slim (80.0 MB).", saving.What);
        Assert.Equal(72_000_000, saving.Bytes);
    }

    [Fact]
    public void Stages_say_whether_they_ship()
    {
        const string text = "FROM golang:1.25 AS build\nRUN go build .\nFROM debian:13-slim AS base\nFROM base\nCOPY --from=build /a /a\n";
        var receipt = ReceiptOn("docker.io/library/debian:13-slim", 80_000_000) with { SingleStage = new SingleStageReceipt("build", 300_000_000, 900_000_000) };

        var advice = Advisor.Of("api", SubjectOf(text), new Linter().Lint(text), receipt);

        Assert.Equal(
            ["stage 2: 80.0 MB", "stage base: part of the image", "stage build: 900.0 MB, not shipped"],
            advice.Weights.Select(x => $"{x.Key}: {x.Value}").Order(StringComparer.Ordinal));
        Assert.Contains("| stage build | 1 | 900.0 MB, not shipped |", AdviceMarkdown.Render(advice, "api.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_an_older_file_are_told_as_such() => Assert.Contains(
        "The Dockerfile was changed after this build", AdviceMarkdown.Render(AdviceOf(Receipt()) with { IsStale = true }, "api.svg"), StringComparison.Ordinal);

    public static TheoryData<string> Scaffolded =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "samples", "languages"), "Dockerfile", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", "Kiln.Tests", "Scaffolding", "snapshots"), "*.Dockerfile"))
            .Select(x => Path.GetRelativePath(RepositoryRoot.Path, x)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Scaffolded))]
    public void What_Scaffold_writes_is_not_told_to_change(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));
        var subject = SubjectOf(text);
        var own = Assert.IsType<string>(subject.LineageOf(subject.Final!).Last().Stage!.From.Image!.Text);

        var advice = Advisor.Of("api", subject, new Linter().Lint(text), ReceiptOn(own, 1_000_000_000));

        Assert.Empty(advice.Savings);
        Assert.NotEqual(ProgramKind.Unknown, advice.Kind);
        Assert.Equal(BaseName.Of(own)!.Repository, BaseName.Of(advice.Candidates[0].Image)!.Repository);
    }

    [Fact]
    public void A_page_says_what_weighs_how_much_and_what_would_shrink_it() =>
        Snapshot.Matches(AdviceMarkdown.Render(AdviceOf(Receipt()), "api.svg"), "advice.md");

    [Fact]
    public void Without_a_build_the_page_says_how_to_weigh() =>
        Assert.Contains("`./build.sh DockerBuild Advise` builds it first", AdviceMarkdown.Render(AdviceOf(null), "api.svg"), StringComparison.Ordinal);

    static ImageAdvice AdviceOf(Receipt? receipt)
    {
        const string text = """
            FROM node:24
            WORKDIR /app
            COPY . .
            RUN npm ci
            RUN chown -R node:node /app
            USER 1000:1000
            CMD ["node", "server.js"]

            """;
        return Advisor.Of("api", SubjectOf(text), new Linter().Lint(text, "api/Dockerfile"), receipt);
    }

    static LintSubject SubjectOf(string text) => new(Dockerfile.Parse(text), new LintOptions());

    internal static Receipt ReceiptOn(string name, long size)
    {
        var digest = Digest.OfBytes([]);
        return Receipt() with
        {
            Platforms =
            [
                new PlatformReceipt(Platform.LinuxAmd64, digest, digest, size / 2, size, [new LayerReceipt(digest, size / 2, size)]) { Base = new BaseReceipt(name, 1, size / 2, size) },
            ],
        };
    }

    static Receipt Receipt()
    {
        var digest = Digest.OfBytes([]);
        LayerReceipt[] layers =
        [
            new(digest, 400_000_000, 1_100_000_000, "ADD rootfs.tar / # buildkit"),
            new(digest, 1_000, 2_000, "WORKDIR /app"),
            new(digest, 900_000, 2_000_000, "COPY . . # buildkit"),
            new(digest, 20_000_000, 60_000_000, "RUN /bin/sh -c npm ci # buildkit"),
            new(digest, 20_900_000, 62_000_000, "RUN /bin/sh -c chown -R node:node /app # buildkit"),
        ];
        return new Receipt
        {
            Name = "api",
            Digest = digest,
            Platforms =
            [
                new PlatformReceipt(Platform.LinuxAmd64, digest, digest, layers.Sum(x => x.CompressedSize), layers.Sum(x => x.UnpackedSize), [.. layers])
                {
                    Base = new BaseReceipt("docker.io/library/node:24", 1, layers[0].CompressedSize, layers[0].UnpackedSize),
                },
            ],
            Builder = new BuilderReceipt("28.5.2", "0.29.1", "0.25.1"),
            Work = new WorkReceipt(4, 0, 10),
        };
    }
}

using Kiln.Advising;
using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Receipts;

namespace Kiln.Tests.Advising;

public sealed class AdvisorTests
{
    [Theory]
    [InlineData("FROM golang:1.25 AS b\nRUN CGO_ENABLED=0 go build .\nFROM scratch\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM golang:1.25 AS b\nENV CGO_ENABLED=0\nRUN go build .\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Static)]
    [InlineData("FROM golang:1.25 AS b\nRUN go build .\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Linked)]
    [InlineData("FROM rust:1 AS b\nRUN cargo build --release\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.Linked)]
    [InlineData("FROM node:24\nCMD [\"node\", \"a.js\"]\n", ProgramKind.Node)]
    [InlineData("FROM python:3.13\n", ProgramKind.Python)]
    [InlineData("FROM eclipse-temurin:21-jre\n", ProgramKind.Java)]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:10.0 AS b\nRUN dotnet publish\nFROM debian:13\nCOPY --from=b /a /a\n", ProgramKind.DotNet)]
    [InlineData("FROM debian:13\nRUN true\n", ProgramKind.Unknown)]
    [InlineData("", ProgramKind.Unknown)]
    public void What_a_program_needs_is_read_from_its_file(string text, object kind) => Assert.Equal(kind, ProgramKinds.Of(SubjectOf(text)));

    [Fact]
    public void Every_kind_has_bases_with_the_first_choice_first()
    {
        foreach (var kind in Enum.GetValues<ProgramKind>())
            Assert.InRange(BaseCandidates.For(kind).Count, 3, 4);
        Assert.Equal("gcr.io/distroless/static-debian12:nonroot", BaseCandidates.For(ProgramKind.Static)[0].Image);
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

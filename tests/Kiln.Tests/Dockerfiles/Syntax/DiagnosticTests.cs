using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Tests.Dockerfiles.Syntax;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# a comment\n\n")]
    public void A_file_without_instructions_is_an_error(string text)
    {
        var finding = Assert.Single(Dockerfile.Parse(text).Diagnostics);

        Assert.Equal("The file has no instructions; a Dockerfile begins with FROM.", finding.Message);
    }

    [Fact]
    public void Before_FROM_only_ARG_may_stand()
    {
        var findings = Dockerfile.Parse("ARG a\nENV b=c\nFROM d").Diagnostics;

        Assert.Equal("'ENV' stands before the first FROM, where only ARG may stand.", Assert.Single(findings).Message);
    }

    [Fact]
    public void Without_FROM_there_is_nothing_to_build()
    {
        var findings = Dockerfile.Parse("RUN a\nRUN b").Diagnostics;

        Assert.Equal("The file has no FROM, so there is no stage to build.", Assert.Single(findings).Message);
    }

    [Fact]
    public void Findings_come_in_the_order_of_the_text_with_line_and_column()
    {
        var dockerfile = Dockerfile.Parse("FROM a\nCOPY --form=x y z\n  WORKDR /a\n");

        var places = dockerfile.Diagnostics.Select(x => $"{dockerfile.Source.PositionOf(x.Span.Start)} {x.Message}");

        Assert.Equal(
            [
                "2:6 COPY has no flag '--form'. Did you mean '--from'? It can have: --from, --chown, --chmod, --link, "
                + "--exclude, --parents.",
                "3:3 There is no instruction 'WORKDR'. Did you mean 'WORKDIR'?",
            ],
            places);
    }

    [Fact]
    public void A_line_that_BuildKit_cannot_read_is_told()
    {
        var longest = $"FROM {new string('é', 32_765)}"; // 65,535 bytes

        Assert.Empty(Dockerfile.Parse($"{longest}\n").Diagnostics);
        Assert.Equal(
            "The line is longer than the 65535 bytes that BuildKit reads; break it.",
            Assert.Single(Dockerfile.Parse($"{longest}b\n").Diagnostics).Message);
    }

    [Fact]
    public void What_works_gives_no_finding()
    {
        var text = """
            # syntax=docker/dockerfile:1
            ARG VERSION=1
            FROM --platform=$BUILDPLATFORM sdk:${VERSION} AS build
            RUN --mount=type=cache,target=/root/.cache --network=none make
            FROM scratch
            COPY --from=build --chmod=0755 /app /app
            HEALTHCHECK --retries=3 CMD ["/app", "check"]
            ENTRYPOINT ["/app"]
            """;

        Assert.DoesNotContain(Dockerfile.Parse(text).Diagnostics, x => x.Severity > Severity.Information);
    }
}

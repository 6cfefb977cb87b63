using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;

namespace Kiln.Tests.Buildx.Steps;

public sealed class StepSourceTests
{
    const string Dockerfile =
        """
        FROM golang AS build
        ARG VERSION
        WORKDIR /src
        COPY go.mod ./
        RUN go mod download
        RUN --mount=type=cache,target=/c go build \
            -o /out

        FROM build
        COPY --from=build /out/$VERSION /app
        USER 1000
        COPY --from=build /out /all
        """;

    static readonly BakeTarget Api = BakeSamples.Target with { Name = "api", Dockerfile = Dockerfile };

    static readonly BakeTarget Web = BakeSamples.Target with
    {
        Name = "web",
        Dockerfile = "FROM api\nWORKDIR /web\nRUN other\n",
        Contexts = [new("api", "target:api")],
    };

    // Where the stage continues another one, its FROM is not counted.
    [Theory]
    [InlineData("[build 2/5] WORKDIR /src", 3)]
    [InlineData("[build 3/5] COPY go.mod ./", 4)]
    [InlineData("[linux/arm64 build 5/5] RUN --mount=type=cache,target=/c go build     -o /out", 6)]
    [InlineData("[stage-1 1/2] COPY --from=build /out/1.0 /app", 10)]
    [InlineData("[stage-1 2/2] COPY --from=build /out /all", 12)]
    [InlineData("[stage-1 2/2] RUN what a base's trigger does", null)]
    [InlineData("[stage-1 2/9] COPY --from=build /out /all", null)]
    [InlineData("[other 2/5] WORKDIR /src", null)]
    [InlineData("[internal] load build context", null)]
    public void It_is_found_by_its_stage_and_number(string name, int? line) => Assert.Equal(line, LineOf(name, Api)?.Line);

    [Theory]
    [InlineData("[api build 3/5] COPY go.mod ./", "api", 4)]
    [InlineData("[web linux/amd64 2/3] WORKDIR /web", "web", 2)]
    // Told for the one that is made from it.
    [InlineData("[web build 4/5] RUN go mod download", "api", 5)]
    public void With_several_targets_it_is_in_the_file_of_the_one_that_it_belongs_to(string name, string target, int line) =>
        Assert.Equal((target, line), LineOf(name, Api, Web));

    static (string Target, int Line)? LineOf(string name, params BakeTarget[] targets)
    {
        var step = new BuildStep("sha256:1", name);
        step = step with { Places = [step.Place] };
        return StepSource.Find(new ToldStep(step, new BakeDefinition([.. targets])), x => Kiln.Dockerfiles.Dockerfile.Parse(x.Dockerfile)) is { } source
            ? (source.Target.Name, source.Dockerfile.Source.PositionOf(source.Instruction.KeywordSpan.Start).Line)
            : null;
    }
}

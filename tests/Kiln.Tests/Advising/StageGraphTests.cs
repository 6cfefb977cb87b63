using Kiln.Advising;
using Kiln.Dockerfiles;
using Kiln.Linting;

namespace Kiln.Tests.Advising;

public sealed class StageGraphTests
{
    const string Several = """
        FROM golang:1.25 AS build
        RUN go build -o /server .
        FROM node:24-slim AS site
        RUN npm run bundle
        FROM alpine:3.22 AS unused
        FROM gcr.io/distroless/static:nonroot
        COPY --from=build /server /server
        COPY --from=1 /dist /dist
        RUN --mount=type=bind,from=busybox:1,target=/b /b/true
        """;

    [Fact]
    public void Stages_that_the_image_needs_are_there_with_what_they_start_from()
    {
        var graph = Of(Several);

        Assert.Equal(
            ["gcr.io/distroless/static:nonroot", "golang:1.25", "stage build", "node:24-slim", "stage site", "busybox:1", "stage 3"],
            graph.Nodes.Select(x => x.Name));
        Assert.Equal([1, 0, 1, 0, 1, 1, 2], graph.Nodes.Select(x => x.Column));
        Assert.Equal("stage 3", Assert.Single(graph.Nodes, x => x.IsFinal).Name);
        Assert.Contains(new StageEdge("stage site", "stage 3", StageUse.Copy), graph.Edges);
        Assert.Contains(new StageEdge("gcr.io/distroless/static:nonroot", "stage 3", StageUse.From), graph.Edges);
    }

    [Fact]
    public void A_target_is_the_image() => Assert.Equal(["node:24-slim", "stage site"], Of(Several, "site").Nodes.Select(x => x.Name));

    [Fact]
    public void A_stage_of_the_name_of_its_image_is_another_node() =>
        Assert.Equal(["debian", "stage debian"], Of("FROM debian AS debian\n").Nodes.Select(x => x.Name));

    [Fact]
    public void Many_stages_that_need_all_before_them_take_no_time() =>
        Assert.Equal(61, Of(string.Concat(Enumerable.Range(0, 60).Select(x => $"FROM a AS s{x}\n" + string.Concat(Enumerable.Range(0, x).Select(y => $"COPY --from=s{y} / /x{y}/\n"))))).Nodes.Count);

    [Fact]
    public void No_stage_is_no_graph() => Assert.Empty(Of("# nothing\n").Nodes);

    [Fact]
    public void The_picture_is_as_it_was() => Snapshot.Matches(StageGraphSvg.Render(Of(Several), new Dictionary<string, string> { ["stage 3"] = "8.7 MB" }), "stages.svg");

    static StageGraph Of(string text, string? target = null) =>
        StageGraph.Of(new LintSubject(Dockerfile.Parse(text), new LintOptions(), new LintedImage { Target = target }));
}

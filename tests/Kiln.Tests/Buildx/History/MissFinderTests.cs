using Kiln.Buildx;
using Kiln.Buildx.History;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;
using Kiln.Contexts;
using Kiln.Receipts;

namespace Kiln.Tests.Buildx.History;

public sealed class MissFinderTests
{
    const string Dockerfile =
        """
        ARG GO=1.24
        FROM golang:1.24 AS build
        ARG VERSION
        WORKDIR /src
        COPY go.mod ./
        COPY --from=shared certs /certs
        RUN --mount=type=bind,source=tools,target=/tools go mod download
        COPY src/*.go $VERSION/
        RUN go build

        FROM base
        COPY --from=build /out /app
        """;

    static readonly ImageSpec Image = new("api", "api");

    static readonly BuildInputs Last = new()
    {
        Dockerfile = Dockerfile,
        Arguments = new Dictionary<string, string> { ["VERSION"] = "1", ["OTHER"] = "1" },
        Pins = new Dictionary<string, string> { ["docker.io/library/golang:1.24"] = $"sha256:{new string('a', 64)}", ["base"] = $"sha256:{new string('b', 64)}" },
        Settings = new Dictionary<string, string> { ["network"] = "Default" },
        Platforms = ["linux/amd64"],
        Builder = "docker, 28.5.2, BuildKit v0.25.1",
        Contexts = new Dictionary<string, string> { [""] = "own", ["shared"] = "shared" },
    };

    readonly Dictionary<string, string> _contents = new()
    {
        ["own"] = Files(("go.mod", "1"), ("src/main.go", "1"), ("src/deep/x.go", "1"), ("tools/run", "1"), ("README.md", "1")),
        ["shared"] = Files(("certs/ca", "1"), ("other", "1")),
    };

    [Fact]
    public void Without_an_earlier_build_that_is_said() =>
        Assert.Equal((MissCause.FirstBuild, "[]"), Explain("[build 2/7] WORKDIR /src", Last, isFirst: true));

    [Theory]
    [InlineData("[build 3/7] COPY go.mod ./", "go.mod", MissCause.File, "[go.mod]")]
    [InlineData("[build 3/7] COPY go.mod ./", "README.md", MissCause.Unknown, "[]")]
    [InlineData("[build 6/7] COPY src/*.go 1/", "src/main.go", MissCause.File, "[src/main.go]")]
    [InlineData("[build 6/7] COPY src/*.go 1/", "tools/run", MissCause.Unknown, "[]")]
    [InlineData("[build 5/7] RUN --mount=type=bind,source=tools,target=/tools go mod download", "tools/run", MissCause.File, "[tools/run]")]
    [InlineData("[build 7/7] RUN go build", "go.mod", MissCause.Unknown, "[]")]
    public void A_file_counts_for_a_step_that_reads_it(string step, string file, MissCause cause, string changed)
    {
        _contents["now"] = Files([.. new[] { "go.mod", "src/main.go", "src/deep/x.go", "tools/run", "README.md" }.Select(x => (x, x == file ? "2" : "1"))]);

        Assert.Equal((cause, changed), Explain(step, Last with { Contexts = With("", "now") }));
    }

    [Fact]
    public void A_file_that_is_new_or_gone_counts_too_and_so_do_other_folders_that_are_sent()
    {
        _contents["now"] = Files(("certs/new", "1"), ("other", "1"));

        Assert.Equal(
            (MissCause.File, "[certs/ca, certs/new]"),
            Explain("[build 4/7] COPY --from=shared certs /certs", Last with { Contexts = With("shared", "now") }));
    }

    [Fact]
    public void A_mode_is_told_from_content()
    {
        _contents["now"] = _contents["own"].Replace("644\tgo.mod", "755\tgo.mod");

        Assert.Equal((MissCause.Mode, "[go.mod]"), Explain("[build 3/7] COPY go.mod ./", Last with { Contexts = With("", "now") }));
    }

    // A step sees what is declared above it, and elsewhere an argument counts where it is named.
    [Theory]
    [InlineData("[build 7/7] RUN go build", "VERSION", MissCause.Argument, "[VERSION]")]
    [InlineData("[build 6/7] COPY src/*.go 2/", "VERSION", MissCause.Argument, "[VERSION]")]
    [InlineData("[build 3/7] COPY go.mod ./", "VERSION", MissCause.Unknown, "[]")]
    [InlineData("[build 7/7] RUN go build", "OTHER", MissCause.Unknown, "[]")]
    public void An_argument_counts_for_a_step_that_uses_it(string step, string argument, MissCause cause, string changed) => Assert.Equal(
        (cause, changed), Explain(step, Last with { Arguments = new Dictionary<string, string>(Last.Arguments) { [argument] = "2" } }));

    [Theory]
    [InlineData("[build 2/7] WORKDIR /src", "docker.io/library/golang:1.24", "sha256:aaaaaaaaaaaa", MissCause.Base)]
    [InlineData("[stage-1 2/2] COPY --from=build /out /app", "base", "sha256:bbbbbbbbbbbb", MissCause.Base)]
    [InlineData("[build 2/7] WORKDIR /src", "base", "", MissCause.Unknown)]
    public void A_base_counts_for_the_stages_that_start_from_it(string step, string name, string before, MissCause cause) => Assert.Equal(
        (cause, cause == MissCause.Base ? $"[{name}: {before} → sha256:cccccccccccc]" : "[]"),
        Explain(step, Last with { Pins = new Dictionary<string, string>(Last.Pins) { [name] = $"sha256:{new string('c', 64)}" } }));

    [Fact]
    public void A_changed_line_is_named_also_one_above_that_makes_no_step()
    {
        var changed = Last with { Dockerfile = Dockerfile.Replace("WORKDIR /src\n", "ENV A=1\nWORKDIR /src\n") };

        Assert.Equal((MissCause.Instruction, "[line 4: ENV A=1]"), Explain("[build 2/7] WORKDIR /src", changed));
        Assert.Equal((MissCause.Instruction, "[line 9: RUN go build -v]"), Explain("[build 7/7] RUN go build -v", Last with { Dockerfile = Dockerfile.Replace("RUN go build", "RUN go build -v") }));
    }

    [Fact]
    public void Another_base_by_name_is_the_line_that_names_it() => Assert.Equal(
        (MissCause.Base, "[line 2: FROM golang:1.25 AS build]"),
        Explain("[build 2/7] WORKDIR /src", Last with { Dockerfile = Dockerfile.Replace("FROM golang:1.24", "FROM golang:1.25") }));

    [Fact]
    public void A_comment_or_another_break_of_lines_is_no_change() => Assert.Equal(
        (MissCause.Unknown, "[]"),
        Explain("[build 7/7] RUN go build", Last with { Dockerfile = Dockerfile.Replace("RUN go build", "# builds\nRUN go \\\n  build") }));

    [Fact]
    public void Settings_platforms_and_the_builder_count_where_nothing_nearer_does()
    {
        Assert.Equal((MissCause.Setting, "[network]"), Explain("[build 7/7] RUN go build", Last with { Settings = new Dictionary<string, string> { ["network"] = "None" } }));
        Assert.Equal((MissCause.Platform, "[linux/arm64]"), Explain("[linux/arm64 build 2/7] WORKDIR /src", Last with { Platforms = ["linux/amd64", "linux/arm64"] }));
        Assert.Equal((MissCause.Builder, "[docker, 28.5.2, BuildKit v0.25.1 → other]"), Explain("[build 2/7] WORKDIR /src", Last with { Builder = "other" }));
    }

    [Fact]
    public void A_stage_that_is_never_cached_says_so() => Assert.Equal(
        (MissCause.Asked, "[build]"), Explain("[build 2/7] WORKDIR /src", Last, image: Image with { UncachedStages = ["build"] }));

    [Fact]
    public void A_step_that_is_not_found_in_the_Dockerfile_may_still_be_another_builder_s() => Assert.Equal(
        (MissCause.Builder, "[docker, 28.5.2, BuildKit v0.25.1 → other]"), Explain("[build 9/9] RUN trigger", Last with { Builder = "other" }));

    (MissCause, string) Explain(string name, BuildInputs now, bool isFirst = false, ImageSpec? image = null)
    {
        var step = new BuildStep("sha256:1", name);
        step = step with { Places = [step.Place] };
        var source = StepSource.Find(new ToldStep(step, new BakeDefinition([BakeSamples.Target])), _ => Kiln.Dockerfiles.Dockerfile.Parse(now.Dockerfile));
        var last = isFirst ? null : new RememberedBuild(Last, new Dictionary<string, double>());
        var (cause, changed) = new MissFinder(image ?? Image, now, last, x => ContextContents.Parse(_contents[x])).Explain(step, source);
        return (cause, changed.ToString());
    }

    static Dictionary<string, string> With(string context, string contents) => new(Last.Contexts) { [context] = contents };

    static string Files(params (string Path, string Digest)[] files) => string.Concat(files.Select(x => $"{x.Digest}\t1\t1\t644\t{x.Path}\n"));
}

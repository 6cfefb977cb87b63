using System.Text;
using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Processes;
using Kiln.Reporting.Terminal;
using Kiln.Tests.Buildx;
using Spectre.Console;

namespace Kiln.Tests.Reporting.Terminal;

public sealed class LiveFrameTests
{
    // Two images at once: one runs and transfers, one is done, one waits; beside them a base is pulled.
    const string Events =
        """
        {"vertexes":[{"digest":"sha256:1","name":"[api linux/arm64 build 2/3] COPY [a] /"},{"digest":"sha256:2","name":"[api linux/arm64 build 3/3] RUN go build"},{"digest":"sha256:3","name":"[web 1/1] WORKDIR /"},{"digest":"sha256:4","name":"[late 1/1] RUN later"}]}
        {"vertexes":[{"digest":"sha256:1","name":"[api linux/arm64 build 2/3] COPY [a] /","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:01Z"},{"digest":"sha256:3","name":"[web 1/1] WORKDIR /","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:00Z","cached":true}]}
        {"vertexes":[{"digest":"sha256:2","name":"[api linux/arm64 build 3/3] RUN go build","started":"2026-11-25T07:00:01Z"},{"digest":"sha256:5","name":"[late 1/2] FROM docker.io/library/golang:1.24","started":"2026-11-25T07:00:03Z"}]}
        {"statuses":[{"id":"sha256:abc","vertex":"sha256:5","name":"extracting","current":30000000,"total":40000000},{"id":"sha256:def","vertex":"sha256:5","current":5,"total":10},{"id":"context","vertex":"sha256:2","current":1234567}]}
        {"statuses":[{"id":"sha256:def","vertex":"sha256:5","current":10,"total":10,"completed":"2026-11-25T07:00:04Z"}]}
        """;

    static readonly BakeTarget[] Targets =
    [
        BakeSamples.Target with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] },
        BakeSamples.Target with { Name = "web", ImageName = "team/web" },
        BakeSamples.Target with { Name = "late" },
    ];

    [Fact]
    public async Task It_shows_images_running_steps_with_time_and_transfers_cached_and_remaining() =>
        Snapshot.Matches(await FrameAsync(height: 40), "live.txt");

    [Fact]
    public async Task It_is_no_higher_than_the_terminal()
    {
        var lines = (await FrameAsync(height: 5)).Split('\n');

        Assert.Equal(4, lines.Length);
        Assert.Equal("… 5 more lines", lines[^1]);
    }

    [Fact]
    public async Task When_it_ends_nothing_of_it_stays_on_the_terminal()
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(written),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        var log = new BuildLog();

        await using (var view = LiveProgress.Begin(log, new StepGroup(new BakeDefinition([.. Targets])), console, TimeProvider.System))
            await ReadAsync(log, view);

        Assert.EndsWith("\e[2K\e[?25h", written.ToString());
    }

    static async Task<string> FrameAsync(int height)
    {
        var log = new BuildLog();
        var state = new LiveState(log, new StepGroup(new BakeDefinition([.. Targets])));
        await ReadAsync(log, state);
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No });
        console.Profile.Width = 100;
        console.Write(LiveFrame.Of(state.At(DateTimeOffset.Parse("2026-11-25T07:00:05Z")), TimeSpan.FromSeconds(65), height));
        return string.Join('\n', written.ToString().TrimEnd().Split('\n').Select(x => x.TrimEnd()));
    }

    static async Task ReadAsync(BuildLog log, ISolveListener listener)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Events));
        await new SolveEvents(Redactor.None, log, listener).ReadAsync(stream, CancellationToken.None);
    }
}

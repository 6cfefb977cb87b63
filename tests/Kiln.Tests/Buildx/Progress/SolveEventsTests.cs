using System.Text;
using System.Text.Json;
using Kiln.Buildx.Progress;
using Kiln.Processes;

namespace Kiln.Tests.Buildx.Progress;

public sealed class SolveEventsTests
{
    const string Secret = "s3cr3t-t0k3n";

    readonly Heard _heard = new();

    [Fact]
    public async Task A_secret_is_taken_out_of_names_errors_and_plain_text()
    {
        await ListenAsync(
            $$"""{"vertexes":[{"digest":"sha256:1","name":"[2/2] RUN login {{Secret}}","error":"login {{Secret}}: exit code: 1"}]}""",
            $"ERROR: login {Secret} failed");

        Assert.Equal(
            ["""{"vertexes":[{"digest":"sha256:1","name":"[2/2] RUN login ***","error":"login ***: exit code: 1"}]}""", "ERROR: login *** failed"],
            _heard.Lines);
    }

    [Fact]
    public async Task A_secret_is_found_in_what_a_step_printed_however_it_was_cut_into_pieces()
    {
        var bytes = Encoding.UTF8.GetBytes($"token {Secret}\nüber\n");

        await ListenAsync([.. bytes.Select(x => Output("sha256:1", [x]))]);

        Assert.Equal("token ***\nüber\n", _heard.Output);
    }

    [Fact]
    public async Task What_does_not_end_its_line_is_told_when_the_step_ends()
    {
        await ListenAsync(
            Output("sha256:1", "s3cr3t-"u8.ToArray()),
            Output("sha256:1", "t0k3n of one"u8.ToArray()),
            Output("sha256:2", "two"u8.ToArray()),
            """{"vertexes":[{"digest":"sha256:1","name":"[2/2] RUN x","completed":"2026-11-25T07:00:01Z"}]}""",
            "the end");

        Assert.Equal(["*** of one", "two"], _heard.Pieces);
        Assert.Equal(["{}", "{}", "{}"], _heard.Lines[..3]);
    }

    [Fact]
    public async Task A_line_without_an_end_is_handed_on_in_parts_and_no_secret_with_them()
    {
        var line = new string('x', 300_000) + Secret + new string('y', 300_000);

        await ListenAsync([.. Encoding.UTF8.GetBytes(line).Chunk(10_007).Select(x => Output("sha256:1", x))]);

        Assert.True(_heard.Pieces.Count > 1);
        Assert.Equal(line.Replace(Secret, "***"), _heard.Output);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_stay_as_they_are()
    {
        byte[] bytes = [0xff, 0xfe, (byte)'a', (byte)'\n'];

        await ListenAsync(Output("sha256:1", bytes));

        Assert.Equal(Convert.ToBase64String(bytes), _heard.Encoded.Single());
    }

    [Fact]
    public async Task A_secret_is_taken_out_of_a_warning_and_of_the_file_that_it_quotes()
    {
        var file = Convert.ToBase64String(Encoding.UTF8.GetBytes($"ENV A={Secret}"));

        await ListenAsync($$"""{"warnings":[{"short":"{{file}}","detail":["{{file}}"],"sourceInfo":{"data":"{{file}}"},"level":1}]}""");

        var masked = Convert.ToBase64String("ENV A=***"u8);
        Assert.Equal(
            $$"""{"warnings":[{"short":"{{masked}}","detail":["{{masked}}"],"sourceInfo":{"data":"{{masked}}"},"level":1}]}""",
            Assert.Single(_heard.Lines));
    }

    [Fact]
    public async Task The_build_log_knows_no_secret_either()
    {
        var log = await ListenAsync(Output("sha256:1", Encoding.UTF8.GetBytes($"{Secret}\n")), Step($"[2/2] RUN {Secret}"));

        var step = Assert.Single(log.Steps);
        Assert.Equal(("RUN ***", "***"), (step.Instruction, Assert.Single(log.OutputOf(step))));
    }

    async Task<BuildLog> ListenAsync(params string[] lines)
    {
        var log = new BuildLog();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await new SolveEvents(Redactor.None.With(Secret), log, _heard).ReadAsync(stream, CancellationToken.None);
        return log;
    }

    static string Step(string name) => $$"""{"vertexes":[{"digest":"sha256:1","name":"{{name}}"}]}""";

    static string Output(string step, byte[] data) =>
        $$"""{"logs":[{"vertex":"{{step}}","stream":1,"data":"{{Convert.ToBase64String(data)}}"}]}""";

    sealed class Heard : ISolveListener
    {
        public List<string> Lines { get; } = [];

        public List<string> Encoded { get; } = [];

        public List<string> Pieces => [.. Encoded.Select(x => Encoding.UTF8.GetString(Convert.FromBase64String(x)))];

        public string Output => string.Concat(Pieces);

        public void Take(JsonElement status)
        {
            Lines.Add(status.GetRawText());
            Encoded.AddRange(Events.List(status, "logs").Select(x => Events.Text(x, "data")));
        }

        public void TakeText(string line) => Lines.Add(line);
    }
}

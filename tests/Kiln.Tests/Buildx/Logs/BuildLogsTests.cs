using System.Text;
using System.Text.Json;
using Kiln.Buildx;
using Kiln.Buildx.Logs;
using Kiln.Buildx.Progress;
using Kiln.Processes;

namespace Kiln.Tests.Buildx.Logs;

public sealed class BuildLogsTests : IDisposable
{
    static readonly ImageSpec Api = new("api", "api");
    static readonly ImageSpec Web = new("team/web", "web");

    // Two steps at once, a step that waits, one from the cache, and one that fails.
    const string Events =
        """
        {"vertexes":[{"digest":"sha256:1","name":"[api 2/3] RUN a"},{"digest":"sha256:2","name":"[web 2/3] COPY b /"},{"digest":"sha256:3","name":"[web 3/3] RUN never"}]}
        {"vertexes":[{"digest":"sha256:4","name":"[web 1/3] WORKDIR /","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:00Z","cached":true}]}
        {"vertexes":[{"digest":"sha256:1","name":"[api 2/3] RUN a","started":"2026-11-25T07:00:00Z"},{"digest":"sha256:2","name":"[web 2/3] COPY b /","started":"2026-11-25T07:00:01Z"}]}
        {"logs":[{"vertex":"sha256:1","stream":1,"data":"b25lCnR3bwo=","timestamp":"2026-11-25T07:00:01.5Z"}]}
        {"vertexes":[{"digest":"sha256:2","name":"[web 2/3] COPY b /","started":"2026-11-25T07:00:01Z","completed":"2026-11-25T07:00:03Z"}]}
        {"vertexes":[{"digest":"sha256:1","name":"[api 2/3] RUN a","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:04Z","error":"exit code: 1"}]}
        ERROR: failed to solve
        """;

    readonly TemporaryFolder _folder = new();
    readonly Said _said = new();

    [Fact]
    public async Task People_read_each_step_under_its_number()
    {
        await SolveAsync(Logs(), Api);

        Snapshot.Matches(File.ReadAllText(_folder["artifacts/reports/build/api.log"]).TrimEnd('\n'), "steps.log");
    }

    [Fact]
    public async Task A_step_that_is_told_again_for_another_image_ends_once()
    {
        const string cached = """{"vertexes":[{"digest":"sha256:1","name":"[a 1/1] RUN a","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:00Z","cached":true}]}""";
        using (var logs = Logs().Open([Api]))
            await ListenAsync(logs, string.Join('\n', cached, cached, cached.Replace(",\"cached\":true", "")));

        Assert.Equal("#1 [a 1/1] RUN a\n#1 cached\n", File.ReadAllText(_folder["artifacts/reports/build/api.log"]));
    }

    [Fact]
    public async Task Tools_read_one_JSON_value_a_line_and_miss_nothing()
    {
        await SolveAsync(Logs(), Api);

        var values = File.ReadLines(_folder["artifacts/reports/build/api.events.jsonl"]).Select(x => JsonDocument.Parse(x).RootElement.GetRawText());
        var lines = Events.Split('\n');
        Assert.Equal([.. lines[..^1], """{"text":"ERROR: failed to solve"}"""], values);
    }

    [Fact]
    public async Task They_are_named_after_the_image_and_only_those_of_the_last_build_are_kept()
    {
        await SolveAsync(Logs(), Api, Web);
        var last = Logs();
        await SolveAsync(last, Web);
        var again = await SolveAsync(last, Web);

        Assert.Equal("artifacts/reports/build/team/web.2.log", again.Place);
        Assert.Equal(
            ["team/web.2.events.jsonl", "team/web.2.log", "team/web.events.jsonl", "team/web.log"],
            Directory.EnumerateFiles(_folder["artifacts/reports/build"], "*", SearchOption.AllDirectories)
                .Select(x => Path.GetRelativePath(_folder["artifacts/reports/build"], x)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_killed_build_has_told_is_there()
    {
        var logs = Logs().Open([Api]);
        await ListenAsync(logs, """{"vertexes":[{"digest":"sha256:1","name":"[2/3] RUN a","started":"2026-11-25T07:00:00Z"}]}""");

        Assert.Equal("#1 [2/3] RUN a\n", ReadOpen("artifacts/reports/build/api.log"));
        logs.Dispose();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_warning_and_no_failure()
    {
        _folder.Write("artifacts/reports/build", "a file");

        var logs = await SolveAsync(Logs(), Api);

        Assert.Null(logs.Place);
        Assert.StartsWith($"warning: The build has no log, since '{_folder["artifacts/reports/build/api.log"]}' cannot be written: ", Assert.Single(_said.Lines));
    }

    string ReadOpen(string file)
    {
        using var stream = new FileStream(_folder[file], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new StreamReader(stream).ReadToEnd();
    }

    BuildLogs Logs() => new(new BuildFolders(_folder.Path, _folder["artifacts"], _folder["temporary"]), _said);

    static async Task<SolveLogs> SolveAsync(BuildLogs logs, params ImageSpec[] images)
    {
        using var files = logs.Open(images);
        await ListenAsync(files, Events);
        Assert.Empty(files.Troubles());
        return files;
    }

    static async Task ListenAsync(SolveLogs logs, string events)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(events));
        await new SolveEvents(Redactor.None, new BuildLog(), logs.Listeners).ReadAsync(stream, CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();
}

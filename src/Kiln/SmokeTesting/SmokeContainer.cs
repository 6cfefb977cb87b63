using System.Globalization;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.SmokeTesting;

/// <summary>A container while it is tried out; gone with whatever it wrote when this is disposed.</summary>
sealed class SmokeContainer : IAsyncDisposable
{
    readonly CommandRunner _runner;
    readonly Func<ValueList<string>, Command> _docker;
    readonly string _id;

    SmokeContainer(CommandRunner runner, Func<ValueList<string>, Command> docker, string id, int? port) =>
        (_runner, _docker, _id, Port) = (runner, docker, id, port);

    /// <summary>Where the container's port is on this machine's loopback; null where none is asked.</summary>
    internal int? Port { get; }

    internal static async Task<SmokeContainer> StartAsync(
        CommandRunner runner, Func<ValueList<string>, Command> docker, string image, SmokeTest test, bool lacksBridge, CancellationToken cancellationToken)
    {
        var started = await runner.RunAsync(docker(
            [
                "run", "--detach", "--pull", "never",
                .. NetworkOf(test, lacksBridge),
                .. test.Environment.SelectMany(x => new[] { "--env", $"{x.Key}={x.Value}" }),
                image,
                .. test.Arguments,
            ]), cancellationToken);
        var id = started.Output.Trim();
        var port = test.Port is not { } inner || lacksBridge ? test.Port : await FindPortAsync(runner, docker, id, inner, cancellationToken);
        return new SmokeContainer(runner, docker, id, port);
    }

    /// <summary>Its exit code; null as long as it runs.</summary>
    internal async Task<int?> ReadExitCodeAsync(CancellationToken cancellationToken)
    {
        var state = await _runner.RunAsync(_docker(["inspect", "--format", "{{.State.Running}} {{.State.ExitCode}}", _id]), cancellationToken);
        return state.Output.Trim().Split(' ') is ["false", var code] ? int.Parse(code, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>What it wrote so far, both streams.</summary>
    internal async Task<string> ReadLogAsync(CancellationToken cancellationToken)
    {
        var log = await _runner.RunAsync(_docker(["logs", _id]) with { OnFailure = FailureHandling.Return }, cancellationToken);
        return log.Output + log.ErrorOutput;
    }

    public async ValueTask DisposeAsync() => await _runner.RunAsync(
        _docker(["rm", "--force", "--volumes", _id]) with { OnFailure = FailureHandling.Return }, CancellationToken.None);

    // Only this machine reaches it, while it is not known what it is.
    static IEnumerable<string> NetworkOf(SmokeTest test, bool lacksBridge) =>
        lacksBridge ? ["--network", "host"] : test.Port is { } port ? ["--publish", $"127.0.0.1::{port}"] : [];

    static async Task<int?> FindPortAsync(
        CommandRunner runner, Func<ValueList<string>, Command> docker, string id, int inner, CancellationToken cancellationToken)
    {
        // A container that has ended by now has no port any more; that it ended is what is told.
        var answer = await runner.RunAsync(docker(["port", id, $"{inner}/tcp"]) with { OnFailure = FailureHandling.Return }, cancellationToken);
        var line = answer.Output.Split('\n')[0];
        return int.TryParse(line[(line.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
    }
}

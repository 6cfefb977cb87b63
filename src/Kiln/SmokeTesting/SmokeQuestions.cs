using System.Diagnostics;
using System.Net.Sockets;

namespace Kiln.SmokeTesting;

/// <summary>Asks a container again and again whether it is what it should be, until it is, it ended, or patience did.</summary>
static class SmokeQuestions
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>What is wrong, in words; null where nothing is.</summary>
    internal static async Task<string?> AskAsync(SmokeContainer container, SmokeTest test, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = test.Patience };
        while (true)
        {
            var exitCode = await container.ReadExitCodeAsync(cancellationToken);
            var problem = await ProblemAsync(container, test, client, exitCode, cancellationToken);
            if (problem is null)
                return null;
            if (exitCode is { } code)
                return $"it ended with exit code {code}";
            if (clock.Elapsed > test.Patience)
                return $"{problem} within {test.Patience.TotalSeconds:0.#} s";
            await Task.Delay(Pause, cancellationToken);
        }
    }

    static async Task<string?> ProblemAsync(
        SmokeContainer container, SmokeTest test, HttpClient client, int? exitCode, CancellationToken cancellationToken)
    {
        if (test is { Line: null, Port: null })
            return exitCode is null ? "it did not end" : exitCode == 0 ? null : "it failed";
        if (test.Line is { } line && !(await container.ReadLogAsync(cancellationToken)).Contains(line, StringComparison.Ordinal))
            return "it did not write that";
        if (test.Port is null)
            return null;
        return container.Port is not { } port ? "its port is not to be had"
            : test.Path is { } path ? await AskAsync(client, new Uri($"http://127.0.0.1:{port}{path}"), test.Status, cancellationToken)
            : await ListensAsync(port, cancellationToken) ? null : "nothing listened";
    }

    static async Task<string?> AskAsync(HttpClient client, Uri address, int status, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode == status ? null : $"it answered {(int)answer.StatusCode}";
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return "it did not answer";
        }
    }

    static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;

namespace Kiln.EndToEnd.Inputs;

/// <summary>A repository with a branch <c>main</c> behind git's own protocol, on this machine.</summary>
sealed class GitServer : IAsyncDisposable
{
    readonly CommandRunner _runner = new();
    readonly string _folder = Directory.CreateTempSubdirectory("kiln-git-").FullName;
    readonly string _port = PipelineFixture.FreePort();
    Process? _daemon;

    string Work => Path.Combine(_folder, "work");

    internal string Address => $"git://127.0.0.1:{_port}/tools.git";

    internal static async Task<GitServer> StartAsync(string note)
    {
        var server = new GitServer();
        await server.GitAsync("init", "--quiet", "--bare", "--initial-branch=main", Path.Combine(server._folder, "tools.git"));
        await server.GitAsync("init", "--quiet", "--initial-branch=main", server.Work);
        await server.CommitAsync(note);
        server._daemon = Process.Start("git",
        [
            "daemon", "--export-all", "--reuseaddr", "--listen=127.0.0.1", $"--port={server._port}", $"--base-path={server._folder}",
        ]);
        while ((await server.GitAsync(FailureHandling.Return, "ls-remote", server.Address)).ExitCode != 0)
            await Task.Delay(50);
        return server;
    }

    internal async Task CommitAsync(string note)
    {
        await File.WriteAllTextAsync(Path.Combine(Work, "note"), note);
        await GitAsync("-C", Work, "add", "note");
        await GitAsync("-C", Work, "-c", "user.name=Kiln", "-c", "user.email=kiln@example.com", "commit", "--quiet", "-m", note);
        await GitAsync("-C", Work, "push", "--quiet", Path.Combine(_folder, "tools.git"), "main");
    }

    public async ValueTask DisposeAsync()
    {
        _daemon?.Kill(entireProcessTree: true);
        await (_daemon?.WaitForExitAsync() ?? Task.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    Task<CommandResult> GitAsync(params string[] arguments) => GitAsync(FailureHandling.Throw, arguments);

    Task<CommandResult> GitAsync(FailureHandling onFailure, params string[] arguments) =>
        _runner.RunAsync(new Command("git", [.. arguments]) { OnFailure = onFailure });
}

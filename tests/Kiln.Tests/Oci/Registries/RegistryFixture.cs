using System.Diagnostics;
using Kiln.Oci.Registries;
using Kiln.Processes;

[assembly: AssemblyFixture(typeof(Kiln.Tests.Oci.Registries.RegistryFixture))]

namespace Kiln.Tests.Oci.Registries;

/// <summary>
/// Real registries for the tests: Debian's <c>docker-registry</c>, from <c>KILN_TEST_REGISTRY</c> (a path) or
/// <c>PATH</c>. One is open, one wants a name and password, one is read-only and has the open one's images.
/// </summary>
public sealed class RegistryFixture : IAsyncLifetime
{
    public const string Username = "kiln";
    public const string Password = "s3cret-of-the-test";

    // htpasswd -nbB kiln s3cret-of-the-test
    const string PasswordFile = "kiln:$2y$05$/Kyx2VaiZByH.AMXeIgeJOkgJs99pvtZAVeyz0ogAn7uAlJr6X2qe\n";

    readonly TestFolder _folder = new();
    readonly List<Process> _processes = [];
    string? _open;
    string? _closed;
    string? _readOnly;

    static string? Binary => Environment.GetEnvironmentVariable("KILN_TEST_REGISTRY") is { Length: > 0 } path
        ? path
        : ExecutableFinder.FromEnvironment().Find("docker-registry");

    public string Open => _open ?? Skip();

    public string Closed => _closed ?? Skip();

    public string ReadOnly => _readOnly ?? Skip();

    public async ValueTask InitializeAsync()
    {
        if (Binary is not { } binary)
            return;
        _open = await StartAsync(binary, "open", "");
        _readOnly = await StartAsync(binary, "open", "", ", maintenance: {readonly: {enabled: true} }");
        File.WriteAllText(_folder["htpasswd"], PasswordFile);
        _closed = await StartAsync(
            binary, "closed", $$"""auth: {htpasswd: {realm: kiln, path: '{{_folder["htpasswd"]}}' } }""");
    }

    public ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<string> StartAsync(string binary, string name, string more, string storage = "")
    {
        var address = $"127.0.0.1:{FreePort.Find()}";
        File.WriteAllText(_folder[$"{address[10..]}.yml"],
            $$"""
            version: 0.1
            log: {level: error, accesslog: {disabled: true} }
            storage: {filesystem: {rootdirectory: '{{_folder[name]}}' }, delete: {enabled: true}{{storage}} }
            http: {addr: '{{address}}' }
            {{more}}
            """);
        var start = new ProcessStartInfo(binary, ["serve", _folder[$"{address[10..]}.yml"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // a registry whose log nobody reads stands still one day
        process.BeginErrorReadLine();
        _processes.Add(process);
        for (var tries = 0; tries < 100 && await RegistryProbe.AskAsync(address) is not RegistryAnswer.Speaks; tries++)
            await Task.Delay(50);
        return address;
    }

    static string Skip()
    {
        Assert.Skip("No registry to test with: KILN_TEST_REGISTRY is not set, and 'docker-registry' is not on PATH.");
        return "";
    }
}

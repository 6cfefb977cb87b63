using System.Diagnostics;
using Kiln.Buildx.Bootstrapping;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;
using Kiln.Processes;

namespace Kiln.EndToEnd.Inputs;

/// <summary>A real registry that wants a name and a password, for whatever is read and written.</summary>
sealed class ClosedRegistry : IDisposable
{
    internal static readonly RegistryCredential.UsernamePassword Login = new("kiln", "s3cret-of-the-test");

    // htpasswd -nbB kiln s3cret-of-the-test
    const string PasswordFile = "kiln:$2y$05$/Kyx2VaiZByH.AMXeIgeJOkgJs99pvtZAVeyz0ogAn7uAlJr6X2qe\n";

    readonly string _folder = Directory.CreateTempSubdirectory("kiln-closed-").FullName;
    readonly Process _process;

    ClosedRegistry(EngineToolset tools, string address)
    {
        Address = address;
        File.WriteAllText(Path.Combine(_folder, "htpasswd"), PasswordFile);
        File.WriteAllText(Path.Combine(_folder, "registry.yml"),
            $$"""
            version: 0.1
            log: {level: error, accesslog: {disabled: true} }
            storage: {filesystem: {rootdirectory: '{{_folder}}/data' } }
            http: {addr: '{{address}}' }
            auth: {htpasswd: {realm: kiln, path: '{{_folder}}/htpasswd' } }
            """);
        var start = new ProcessStartInfo(tools.Registry, ["serve", Path.Combine(_folder, "registry.yml")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in tools.Environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal string Address { get; }

    internal RegistryOptions Access => new() { Credentials = new GivenCredentials([new(Address, Login)]) };

    internal static async Task<ClosedRegistry> StartAsync(PipelineFixture fixture)
    {
        var (clone, _) = await fixture.GetAsync();
        var tools = new EngineToolset(clone.EngineFolders, new CommandRunner(), new NoReporter());
        await tools.EnsureAsync(CancellationToken.None);
        var registry = new ClosedRegistry(tools, $"127.0.0.1:{PipelineFixture.FreePort()}");
        for (var tries = 0; tries < 100 && await RegistryProbe.AskAsync(registry.Address, TimeSpan.FromSeconds(5), CancellationToken.None) is not RegistryAnswer.Speaks; tries++)
            await Task.Delay(50);
        return registry;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

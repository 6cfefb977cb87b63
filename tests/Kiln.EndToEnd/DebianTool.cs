using Kiln.Buildx.Bootstrapping;
using Kiln.Processes;

namespace Kiln.EndToEnd;

/// <summary>
/// A program that this machine may lack: then it is that of the system's Debian or Ubuntu, unpacked without installing it, once for all checkouts of a machine.
/// </summary>
static class DebianTool
{
    static readonly string Cache = Path.Combine(Environment.GetEnvironmentVariable("KILN_CACHE") ?? Path.Combine(Path.GetTempPath(), "kiln-cache"), "debian-tools");
    static readonly SemaphoreSlim One = new(1);

    /// <summary>The program's path; the test is skipped where it cannot be had.</summary>
    /// <param name="name">Of the program and of its package.</param>
    internal static async Task<string> GetAsync(string name)
    {
        if (ExecutableFinder.FromEnvironment().Find(name) is { } own)
            return own;
        var suite = DebianSuite.OfSystem();
        Assert.SkipWhen(suite is null, $"There is no {name} on PATH, and this is neither Debian nor Ubuntu, whose package could be taken.");
        var folder = Path.Combine(Cache, name);
        await One.WaitAsync();
        try
        {
            if (!Directory.Exists(folder))
                await UnpackAsync(suite, name, folder);
            return Path.Combine(folder, name);
        }
        finally
        {
            One.Release();
        }
    }

    static async Task UnpackAsync(DebianSuite suite, string name, string folder)
    {
        var incoming = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            await new DebianPackages(new CommandRunner()).UnpackAsync(suite, [name], PackageScope.WithDependencies, incoming, CancellationToken.None);
        }
        catch (KilnException exception) when (exception.Code == ErrorCodes.EnginePackagesUnavailable)
        {
            Assert.Skip($"The package of {name} cannot be had: {exception.Message}");
        }

        // Libraries that the system lacks lie beside it.
        var start = Path.Combine(incoming, name);
        await File.WriteAllTextAsync(
            start,
            $"""
            #!/bin/sh
            here=$(dirname "$(readlink -f "$0")")
            LD_LIBRARY_PATH=$(echo "$here"/usr/lib/*-linux-gnu) exec "$here/usr/bin/{name}" "$@"

            """);
        File.SetUnixFileMode(start, (UnixFileMode)0b111_101_101);
        Directory.Move(incoming, folder);
    }
}

using Kiln.Buildx.Bootstrapping;
using Kiln.Processes;

namespace Kiln.EndToEnd.Linting;

/// <summary>
/// A real ShellCheck: the machine's own, or that of the system's Debian or Ubuntu, unpacked without installing it, once for all checkouts of a machine.
/// </summary>
static class ShellCheckTool
{
    static readonly SemaphoreSlim One = new(1);

    /// <summary>The program; the test is skipped where it cannot be had.</summary>
    internal static async Task<string> GetAsync()
    {
        if (ExecutableFinder.FromEnvironment().Find("shellcheck") is { } own)
            return own;
        if (DebianSuite.OfSystem() is not { } suite)
        {
            Assert.Skip("ShellCheck is not on PATH, and would come from a package of Debian or Ubuntu, which this system is not.");
            return "";
        }

        var folder = Path.Combine(Environment.GetEnvironmentVariable("KILN_CACHE") ?? Path.Combine(Path.GetTempPath(), "kiln-cache"), "shellcheck");
        await One.WaitAsync();
        try
        {
            if (!Directory.Exists(folder))
                await UnpackAsync(suite, folder);
            return Path.Combine(folder, "shellcheck");
        }
        finally
        {
            One.Release();
        }
    }

    static async Task UnpackAsync(DebianSuite suite, string folder)
    {
        var incoming = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            await new DebianPackages(new CommandRunner()).UnpackAsync(suite, ["shellcheck"], PackageScope.WithDependencies, incoming, CancellationToken.None);
        }
        catch (KilnException exception) when (exception.Code == ErrorCodes.EnginePackagesUnavailable)
        {
            Assert.Skip($"ShellCheck's package cannot be had: {exception.Message}");
        }

        // Libraries that the system lacks lie beside it.
        var start = Path.Combine(incoming, "shellcheck");
        await File.WriteAllTextAsync(
            start,
            """
            #!/bin/sh
            here=$(dirname "$(readlink -f "$0")")
            LD_LIBRARY_PATH=$(echo "$here"/usr/lib/*-linux-gnu) exec "$here/usr/bin/shellcheck" "$@"

            """);
        File.SetUnixFileMode(start, (UnixFileMode)0b111_101_101);
        Directory.Move(incoming, folder);
    }
}

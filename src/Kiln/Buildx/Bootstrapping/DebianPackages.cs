using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>
/// Takes programs out of Debian's packages without installing them: apt with lists and caches of its own, then unpacked
/// into a folder. The system's package state is read, never written.
/// </summary>
public sealed class DebianPackages(CommandRunner runner)
{
    /// <summary>
    /// Unpacks packages into a folder, beside what it holds. Packages of a suite newer than the system are taken alone:
    /// what they depend on would bring that suite's libc.
    /// </summary>
    public async Task UnpackAsync(
        DebianSuite suite,
        ValueList<string> packages,
        PackageScope scope,
        string destination,
        CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("kiln-apt-").FullName;
        try
        {
            var options = Prepare(suite, work);
            await RunAsync("apt-get", [.. options, "update"], work, cancellationToken);
            ValueList<string> verb = scope == PackageScope.WithDependencies
                ? ["install", "--download-only", "--yes", "--no-install-recommends", .. packages]
                : ["download", .. packages.Select(x => $"{x}/{suite.Name}")];
            await RunAsync("apt-get", [.. options, .. verb], Path.Combine(work, "archives"), cancellationToken);
            Directory.CreateDirectory(destination);
            foreach (var package in Directory.EnumerateFiles(work, "*.deb", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                await RunAsync("dpkg-deb", ["--extract", package, destination], work, cancellationToken);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    static ValueList<string> Prepare(DebianSuite suite, string work)
    {
        Directory.CreateDirectory(Path.Combine(work, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(work, "archives", "partial"));
        File.WriteAllText(Path.Combine(work, "sources.list"), suite + "\n");
        return
        [
            $"-oDir::Etc::sourcelist={work}/sources.list",
            "-oDir::Etc::sourceparts=/dev/null",
            $"-oDir::State::Lists={work}/lists",
            $"-oDir::Cache={work}",
            $"-oDir::Cache::archives={work}/archives",
            "-oAcquire::Languages=none",
            "-oAcquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
            "-oAcquire::Retries=2",
            // apt would drop to the user _apt, who cannot write here.
            "-oAPT::Sandbox::User=root",
            // The system's lock guards the system's state; nothing of that is written.
            "-oDebug::NoLocking=true",
        ];
    }

    async Task RunAsync(string program, ValueList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var command = new Command(program, arguments)
        {
            WorkingDirectory = folder,
            Environment = [new("DEBIAN_FRONTEND", "noninteractive"), new("LC_ALL", "C")],
            OnFailure = FailureHandling.Return,
        };
        var result = await runner.RunAsync(command, cancellationToken);
        // 'update' exits with 0 although a list could not be had, and says so in a line that begins with 'E:' or 'W: Failed'.
        if (result.IsSuccess && !result.ErrorOutput.Contains("W: Failed to fetch", StringComparison.Ordinal))
            return;
        var reason = result.ErrorOutput.Split('\n').Select(x => x.Trim())
            .FirstOrDefault(x => x.StartsWith("E:", StringComparison.Ordinal) || x.StartsWith("W: Failed", StringComparison.Ordinal));
        throw new KilnException(
            ErrorCodes.EnginePackagesUnavailable,
            $"Debian's packages could not be had: '{program} {arguments[^1]}' ended with {result.ExitCode}: {reason ?? result.ErrorOutput.Trim()}. " +
            "Check that the package archive answers (apt-get update), or start a Docker engine yourself.");
    }
}

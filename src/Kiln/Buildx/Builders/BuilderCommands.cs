using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Buildx.Builders;

/// <summary>The commands of buildx that are about builders.</summary>
sealed class BuilderCommands(ContainerEngine engine, CommandRunner runner)
{
    /// <summary>What is known of it without waking it; KILN3031 where it is not there.</summary>
    internal async Task<BuilderFacts> InspectAsync(string name, CancellationToken cancellationToken) =>
        await TryInspectAsync(name, cancellationToken) ?? throw Unavailable($"the builder '{name}'", "buildx does not know it");

    /// <summary>Null where there is none of the name.</summary>
    internal async Task<BuilderFacts?> TryInspectAsync(string name, CancellationToken cancellationToken)
    {
        var result = await RunAsync(["inspect", name], cancellationToken);
        return result.IsSuccess ? BuilderReader.Read(result.Output)
            : result.ErrorOutput.Contains("no builder", StringComparison.Ordinal) ? null
            : throw Unavailable($"the builder '{name}'", LastWords(result));
    }

    /// <summary>Starts what sleeps: pulls and runs what is missing, waits for servers.</summary>
    internal async Task<BuilderFacts> WakeAsync(BuilderFacts builder, CancellationToken cancellationToken)
    {
        if (!builder.IsAsleep)
            return builder;
        var result = await RunAsync(["inspect", "--bootstrap", builder.Name], cancellationToken);
        if (result.IsSuccess)
            return BuilderReader.Read(result.Output);
        var asleep = builder.Nodes.Where(x => x.Status != "running").Select(x => x.Endpoint);
        throw Unavailable(builder.Title, $"{string.Join(", ", asleep)}: {LastWords(result)}");
    }

    /// <summary>Makes a node. One that another build has made meanwhile is made again, of the same parts, and so stays as it is.</summary>
    internal async Task CreateAsync(BuilderPlan plan, int index, bool isFirst, string? configurationFile, CancellationToken cancellationToken)
    {
        var result = await RunAsync(plan.CreationArguments(index, isFirst, configurationFile), cancellationToken);
        if (result.IsSuccess)
            return;
        // buildx 0.29 to 0.36 forget the platforms and flags of the nodes before when one cannot be added (store.Node.Copy), so nothing is left of it.
        if (!isFirst)
            await RunAsync(["rm", "--keep-state", plan.Name], cancellationToken);
        throw Unavailable($"the builder '{plan.Name}' ({plan.Driver})", LastWords(result));
    }

    internal static KilnException Unavailable(string title, string reason) => new(
        ErrorCodes.BuilderUnavailable,
        $"{char.ToUpperInvariant(title[0])}{title[1..]} cannot be used: {reason.TrimEnd('.')}. 'docker buildx ls' shows all builders and how they are; "
        + "docs/guides/engines.md tells what each kind needs.");

    Task<CommandResult> RunAsync(ValueList<string> arguments, CancellationToken cancellationToken) => runner.RunAsync(
        new Command(engine.BuildxCommand[0], [.. engine.BuildxCommand.Skip(1), .. arguments])
        {
            Environment = engine.Environment,
            OnFailure = FailureHandling.Return,
        },
        cancellationToken);

    static string LastWords(CommandResult result)
    {
        var lines = result.ErrorOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said = lines.LastOrDefault(x => x.StartsWith("ERROR:", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "buildx does not say why";
        return said.StartsWith("ERROR:", StringComparison.Ordinal) ? said["ERROR:".Length..].Trim() : said;
    }
}

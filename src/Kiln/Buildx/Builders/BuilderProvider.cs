using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx.Builders;

/// <summary>Finds the builder that a build asks for, and makes it where it is Kiln's to make.</summary>
/// <param name="folder">Where configurations lie while buildx reads them.</param>
/// <param name="runner">Starts buildx.</param>
/// <param name="reporter">Hears which builder it is, unless it is the one that buildx has chosen.</param>
public sealed class BuilderProvider(string folder, CommandRunner runner, IReporter reporter)
{
    /// <summary>
    /// The engine with the builder in it. For what buildx has chosen nothing is asked again, unless it sleeps. KILN3036 for a description
    /// that buildx would not take, KILN3031 for a builder that is not there, cannot be made or does not answer.
    /// </summary>
    /// <param name="builder">What is asked for.</param>
    /// <param name="engine">What was found, with the builder that buildx has chosen.</param>
    /// <param name="request">What it is wanted for.</param>
    /// <param name="cancellationToken">Ends the commands.</param>
    public async Task<ContainerEngine> ProvideAsync(
        Builder builder, ContainerEngine engine, BuilderRequest request, CancellationToken cancellationToken)
    {
        var choice = BuilderChoice.Of(builder, engine, request.Needs);
        var site = new BuilderSite(engine, request.NeedsLoopback, Environment.GetEnvironmentVariable("KUBECONFIG"));
        var plan = BuilderPlans.Of(choice.Builder, site, request.Image, ReadConfiguration(choice.Builder));
        if (choice.Reason is { } reason)
            reporter.Information($"Builder   {plan!.Name}, a container with {BuilderPlans.ImageOf(choice.Builder)!.Familiar}: {reason}");
        var buildx = new BuilderCommands(engine, runner);
        var facts = choice.Builder switch
        {
            Builder.Automatic => await buildx.WakeAsync(engine.Builder, cancellationToken),
            Builder.OfEngine when engine.Builder.IsOfEngine => engine.Builder,
            Builder.OfEngine => await buildx.InspectAsync(engine.Context, cancellationToken),
            Builder.Named named => await buildx.WakeAsync(await buildx.InspectAsync(named.Name, cancellationToken), cancellationToken),
            _ => await MakeAsync(plan!, buildx, cancellationToken),
        };
        RequireWorking(facts);
        return Report(choice, With(engine, facts));
    }

    async Task<BuilderFacts> MakeAsync(BuilderPlan plan, BuilderCommands buildx, CancellationToken cancellationToken)
    {
        var known = await buildx.TryInspectAsync(plan.Name, cancellationToken);
        var missing = Enumerable.Range(0, plan.Nodes.Count).Where(x => known?.Nodes.Any(y => y.Name == plan.NodeName(x)) != true).ToArray();
        if (missing.Length == 0)
            return await buildx.WakeAsync(known!, cancellationToken);
        reporter.Information($"Builder   {plan.Name} is made: 'docker buildx rm {plan.Name}' removes it and its cache");
        // One after the other: the first one makes the builder, the others join it.
        foreach (var index in missing)
            await CreateAsync(plan, index, known is null && index == missing[0], buildx, cancellationToken);
        return await buildx.WakeAsync(await buildx.InspectAsync(plan.Name, cancellationToken), cancellationToken);
    }

    async Task CreateAsync(BuilderPlan plan, int index, bool isFirst, BuilderCommands buildx, CancellationToken cancellationToken)
    {
        var file = plan.Nodes[index].Configuration is null ? null : Path.Combine(folder, $"{plan.NodeName(index)}.toml");
        if (file is not null)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(file, plan.Nodes[index].Configuration, cancellationToken);
        }

        await buildx.CreateAsync(plan, index, isFirst, file, cancellationToken);
    }

    static string? ReadConfiguration(Builder builder)
    {
        RequireFiles(builder);
        return builder switch
        {
            Builder.InContainer { ConfigurationFile: { } file } => File.ReadAllText(file),
            Builder.InCluster { ConfigurationFile: { } file } => File.ReadAllText(file),
            _ => null,
        };
    }

    // buildx would say so in the middle of the build, and of a certificate only that the connection failed.
    static void RequireFiles(Builder builder)
    {
        IEnumerable<string> files = builder switch
        {
            Builder.InContainer { ConfigurationFile: { } file } => [file],
            Builder.InCluster { ConfigurationFile: { } file } => [file],
            Builder.OnServers servers => servers.Nodes.Select(x => x.Tls).OfType<MutualTls>().SelectMany(x => new[] { x.Authority, x.Certificate, x.Key }),
            _ => [],
        };
        var missing = files.Where(x => !File.Exists(x)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
            throw BuilderGrammar.Refuse($"The builder needs files that are not there: {string.Join(", ", missing.Select(x => $"'{Path.GetFullPath(x)}'"))}.");
    }

    static void RequireWorking(BuilderFacts facts)
    {
        var broken = facts.Nodes.Where(x => x.Error is not null || (x.Status.Length > 0 && x.Status != "running")).ToArray();
        if (facts.Error is null && broken.Length == 0)
            return;
        var said = broken.Select(x => $"node '{x.Name}' at {x.Endpoint}: {x.Error ?? x.Status}").Prepend(facts.Error).OfType<string>();
        throw BuilderCommands.Unavailable(facts.Title, string.Join("; ", said));
    }

    ContainerEngine Report(BuilderChoice choice, ContainerEngine engine)
    {
        if (!engine.Builder.IsOfEngine)
            reporter.Information($"Builder   {engine.Builder.Name} ({engine.Builder.Driver}), {BuilderSummary.Of(engine.Builder)}");
        foreach (var node in (choice.Builder as Builder.OnServers)?.Nodes.Where(BuilderGrammar.IsOpen) ?? [])
            reporter.Warning($"{ErrorCodes.InvalidBuilder}: {node.Address} is spoken to without certificates: whoever reaches it can use it, and read what is built.");
        return engine;
    }

    // Every buildx from here on talks to it, whatever command it is.
    static ContainerEngine With(ContainerEngine engine, BuilderFacts facts) => facts.IsOfEngine && facts == engine.Builder
        ? engine
        : engine.With(facts) with
        {
            Environment = engine.Environment.With("BUILDX_BUILDER", facts.Name),
            // That is a matter of the engine's own BuildKit.
            LacksBridge = engine.LacksBridge && facts.IsOfEngine,
        };
}

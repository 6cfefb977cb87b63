using Kiln.Buildx.Progress;
using Kiln.Caching;
using Kiln.Locking.Enforcement;
using Kiln.Oci.Registries.Credentials;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Buildx;

/// <summary>Runs <c>buildx bake</c> on one engine and listens to its events.</summary>
/// <param name="engine">Where it is built.</param>
/// <param name="runner">Starts buildx.</param>
/// <param name="proxy">What steps reach the network through.</param>
/// <param name="logins">With what registries are asked.</param>
sealed class BuildxClient(ContainerEngine engine, CommandRunner runner, ProxySettings proxy, BuildLogins logins)
{
    static readonly Version KnowsAllow = new(0, 17);
    static readonly Version KnowsFileEntitlements = new(0, 19);

    /// <summary>
    /// Solves the named targets at once, and those that they are made from. Answers the digests that BuildKit announces; throws a
    /// <see cref="BuildFailure"/> when the solve fails.
    /// </summary>
    internal async Task<IReadOnlyDictionary<string, Digest>> BakeAsync(
        BakeDefinition definition,
        IReadOnlyCollection<string> names,
        SourcePolicy policy,
        BuildFolders folders,
        SolveEvents events,
        CancellationToken cancellationToken)
    {
        var policyFile = Path.Combine(folders.Work, "source-policy.json");
        var metadataFile = Path.Combine(folders.Work, "metadata.json");
        await File.WriteAllTextAsync(folders.BakeFile, definition.ToJson(), cancellationToken);
        await File.WriteAllTextAsync(policyFile, policy.ToJson(), cancellationToken);
        File.Delete(metadataFile);
        var words = engine.BuildxCommand.Concat(
        [
            "bake", "--file", folders.BakeFile, "--progress", "rawjson", "--metadata-file", metadataFile,
            .. Entitlements(definition, folders.Work), .. names,
        ]).ToArray();
        var command = new Command(words[0], words[1..].ToValueList())
        {
            WorkingDirectory = folders.Work,
            Environment = EnvironmentOf(policy, policyFile),
            OnFailure = FailureHandling.Return,
        };
        var result = await runner.RunAsync(command, null, events.ReadAsync, cancellationToken);
        if (!result.IsSuccess)
            throw events.Redact(BuildFailure.From(result.ExitCode, events.Log, definition.Only(names), events.FullLog));
        return BuildMetadata.DigestsIn(await File.ReadAllTextAsync(metadataFile, cancellationToken));
    }

    ValueMap<string?> EnvironmentOf(SourcePolicy policy, string policyFile)
    {
        var environment = engine.Environment
            // As a build argument it would be part of every WORKDIR and COPY; see Reproducibility.
            .With("SOURCE_DATE_EPOCH", null)
            // Provenance holds the time of the build, so with it no digest is ever the same twice.
            .With("BUILDX_NO_DEFAULT_ATTESTATIONS", "1")
            // For that provenance alone buildx would run git seven times in each context.
            .With("BUILDX_GIT_INFO", "false");
        if (logins.Variable is { } variable)
            environment = environment.With(DockerVariable.Name, variable);
        foreach (var (name, value) in proxy.Arguments)
            environment = environment.With(BakeDefinition.VariableOf(name), value);
        return policy.IsEmpty ? environment : environment.With("EXPERIMENTAL_BUILDKIT_SOURCE_POLICY", policyFile);
    }

    // With rawjson buildx does not ask for them; said all the same, so that every version behaves alike.
    IEnumerable<string> Entitlements(BakeDefinition definition, string workFolder)
    {
        foreach (var entitlement in definition.Targets.SelectMany(BakeDefinition.EntitlementsOf).Distinct().Where(_ => engine.BuildxVersion >= KnowsAllow))
            yield return $"--allow={entitlement.Name}";
        if (engine.BuildxVersion >= KnowsFileEntitlements && definition.Targets.Any(x => x.Ssh.Count > 0))
            yield return "--allow=ssh";
        if (engine.BuildxVersion < KnowsFileEntitlements)
            yield break;
        var folders = definition.Targets.SelectMany(x => new[] { x.Context, Path.GetDirectoryName(x.Dockerfile)! }.Concat(x.LayoutContexts));
        var caches = definition.Targets.SelectMany(x => x.CacheFrom.Concat(x.CacheTo)).Where(x => x.Type == "local").ToArray();
        var secrets = definition.Targets.SelectMany(x => x.Secrets).OfType<BuildSecret.File>().Select(x => x.Path);
        foreach (var folder in folders.Append(workFolder).Concat(secrets).Concat(PathsOf(caches, "src")).Distinct().Order(StringComparer.Ordinal))
            yield return $"--allow=fs.read={folder}";
        foreach (var folder in definition.Targets.Select(x => x.LayoutFolder).OfType<string>().Concat(PathsOf(caches, "dest")).Order(StringComparer.Ordinal))
            yield return $"--allow=fs.write={folder}";
    }

    static IEnumerable<string> PathsOf(IEnumerable<CacheEntry> caches, string attribute) =>
        caches.Select(x => x.Attributes.GetValueOrDefault(attribute)).OfType<string>();
}

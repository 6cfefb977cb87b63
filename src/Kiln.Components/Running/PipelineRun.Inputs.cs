using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Restoring;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Credentials;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    RestoredInputs? _inputs;

    /// <summary>What BuildKit may fetch.</summary>
    internal SourcePolicy Policy => _inputs?.Policy
        ?? throw new InvalidOperationException("Restore pins the inputs; a target that builds depends on Restore.");

    /// <summary>What each image takes from the lock.</summary>
    internal ValueMap<ValueList<LockedInput>> InputsOfImages => _inputs?.OfImages ?? [];

    /// <summary>What this run was given first, then what <c>docker login</c> stored, then what the CI host gives for its own registry.</summary>
    internal static RegistryOptions AccessOf(IHazRegistryCredentials build) => new()
    {
        Credentials = new CredentialChain(
            new GivenCredentials(build.Credentials), DockerCredentials.OfUser(new CommandRunner()), new HostedCredentials(Variables)),
    };

    /// <summary>The same for buildx, which reads them from its environment.</summary>
    internal BuildLogins Logins { get; private set; } = BuildLogins.None;

    internal async Task RestoreAsync(IRestoreInputs build)
    {
        if (_engine is { ReadsLogins: true })
        {
            Logins = await BuildLogins.FindAsync(
                build.Credentials, DockerCredentials.OfUser(_runner), new HostedCredentials(Variables), DockerVariable.OfUser, CancellationToken.None);
        }

        var request = RequestOf(build);
        _inputs = await new InputRestorer(_runner).RestoreAsync(request, CancellationToken.None);
        foreach (var line in RestoreSummary.Lines(_inputs, NameOf(request)))
            _reporter.Information(line);
        foreach (var line in RestoreSummary.Warnings(_inputs, NameOf(request)))
            _reporter.Warning(line);
        if (BuilderInputs(build).Count > 0)
            await ProvideBuilderAsync(build);
        await PlanCachesAsync(build, request.Images);
    }

    internal async Task UpdateLockAsync(IUpdateLock build)
    {
        var request = new UpdateRequest { Inputs = RequestOf(build), Only = build.OnlyInputs.ToValueList() };
        Report(await new LockUpdater(_runner).UpdateAsync(request, CancellationToken.None), $"{NameOf(request.Inputs)} is up to date");
        if (build is IHazPipelines pipelines && request.Only.Count == 0)
            await UpdateActionsAsync(pipelines);
    }

    internal async Task ListStaleAsync(IListStale build)
    {
        var request = RequestOf(build);
        Report(await new LockUpdater(_runner).FindStaleAsync(request, CancellationToken.None), $"Nothing in {NameOf(request)} is stale");
    }

    void Report(LockDiff diff, string otherwise)
    {
        foreach (var line in diff.IsEmpty ? [otherwise] : diff.Lines)
            _reporter.Information(line);
    }

    internal RestoreRequest RequestOf(IRestoreInputs build)
    {
        var empty = new RestoreRequest
        {
            Images = [],
            Root = _build.RootDirectory,
            LockFile = build.LockFile,
            BuildPlatform = _engine?.Platform ?? Platform.LinuxAmd64,
            Others = [.. BuilderInputs(build), .. ScannerInputs(build), .. JobImages(build)],
        };
        return build.RestoreSettings(build.RestoreSettingsBase(empty));
    }

    static string NameOf(RestoreRequest request) => Path.GetRelativePath(request.Root, request.LockFile).Replace('\\', '/');
}

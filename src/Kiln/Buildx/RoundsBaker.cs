using Kiln.Buildx.Logs;
using Kiln.Buildx.Progress;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx;

/// <summary>Bakes one round of targets after the other, and shows each while it is at work.</summary>
sealed class RoundsBaker(BuildRequest request, CommandRunner runner, IReporter reporter)
{
    /// <summary>What the rounds told; throws a <see cref="BuildFailure"/> when one fails, and begins none after it.</summary>
    internal async Task<SolvedRounds> BakeAsync(
        BakeDefinition definition, ValueList<ValueList<BakeTarget>> rounds, SolveLogs files, CancellationToken cancellationToken)
    {
        var (told, announced) = (new List<BakeRound>(), new Dictionary<string, Digest>());
        foreach (var names in rounds.Select(x => x.Select(y => y.Name).ToArray()))
        {
            var solved = definition.Only(names);
            var round = new BakeRound(solved, new BuildLog());
            var groups = new StepGroup(solved, names)
            {
                IsOneOfSeveral = request.Images.Count > 1,
                Told = [.. told.SelectMany(x => x.Steps)],
            };
            foreach (var (name, digest) in await BakeAsync(definition, names, round.Log, groups, files, cancellationToken))
                announced[name] = digest;
            told.Add(round);
        }

        return new SolvedRounds(told, announced);
    }

    async Task<IReadOnlyDictionary<string, Digest>> BakeAsync(
        BakeDefinition definition, string[] names, BuildLog log, StepGroup groups, SolveLogs files, CancellationToken cancellationToken)
    {
        var secrets = request.Images.SelectMany(x => x.Secrets).Select(x => x.Read()).OfType<string>();
        var redactor = Redactor.None.With(secrets.Concat(request.Proxy.Secrets));
        await using var view = ProgressViews.Begin(request.Progress, log, groups, reporter);
        var events = new SolveEvents(redactor, log, [view, .. files.Listeners]) { FullLog = files.Place };
        return await new BuildxClient(request.Engine, runner, request.Proxy, request.Logins)
            .BakeAsync(definition, names, request.Policy, request.Folders, events, cancellationToken);
    }
}

/// <summary>What came out of a solve's rounds.</summary>
/// <param name="Rounds">In the order in which they were baked.</param>
/// <param name="Announced">The digests that BuildKit announced, by the targets' names.</param>
sealed record SolvedRounds(IReadOnlyList<BakeRound> Rounds, IReadOnlyDictionary<string, Digest> Announced);

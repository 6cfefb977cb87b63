using Kiln.Linting;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>What Lint found as a check run of a commit, with annotations at the lines: https://docs.github.com/rest/checks/runs</summary>
public sealed class LintCheckRun
{
    /// <summary>By this name a branch's rules can require the check. It is always the same, so that of several runs for one commit GitHub shows the newest.</summary>
    public const string Name = "Kiln Lint";

    const int PageSize = 100;

    // GitHub takes so many annotations in one request, and appends those of the next ones.
    const int MostAtOnce = 50;

    readonly GitHubCommit _commit;
    readonly ICheckRunsClient _runs;

    /// <summary>Asks nobody yet. KILN2017 where the job was given no token.</summary>
    public LintCheckRun(GitHubCommit commit)
    {
        _commit = commit;
        _runs = GitHubClients.Require(commit.Repository, x => Refused(x)).Check.Run;
    }

    /// <summary>
    /// Creates the check run with its conclusion: failure where the build fails for a finding, neutral where others are more than notes, success else. One that
    /// shows the same already is left as it is.
    /// </summary>
    /// <param name="reports">Of all Dockerfiles; at most the 1,000 most severe findings become annotations.</param>
    /// <param name="options">By which they were judged.</param>
    /// <param name="cancellationToken">Ends it; what was sent by then may be written.</param>
    /// <returns>The page of the check run.</returns>
    /// <exception cref="KilnException">With code KILN2017 where GitHub does not let it.</exception>
    public async Task<string> WriteAsync(IReadOnlyList<LintReport> reports, LintOptions options, CancellationToken cancellationToken)
    {
        var content = CheckRunContent.Of(reports, options);
        var shown = 0;
        try
        {
            if (await FindAsync(content, cancellationToken) is { } same)
                return same.HtmlUrl;
            // Concluded at once: one that waits for its annotations would wait for ever where the job ends in between.
            var run = await _runs.Create(_commit.Repository.Owner, _commit.Repository.Name, new NewCheckRun(Name, _commit.Sha)
            {
                ExternalId = content.Fingerprint,
                Conclusion = content.Conclusion,
                Output = Next(),
            }).WaitAsync(cancellationToken);
            while ((shown += MostAtOnce) < content.Annotations.Count)
                await _runs.Update(_commit.Repository.Owner, _commit.Repository.Name, run.Id, new CheckRunUpdate { Output = Next() }).WaitAsync(cancellationToken);
            return run.HtmlUrl;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GitHubRefusal.Of(error, "checks: write", "that commit") is { } reason)
        {
            throw shown == 0 ? Refused(reason, error) : Refused(reason, error, $"Only {shown} of {content.Annotations.Count} findings were written into the check run");
        }

        NewCheckRunOutput Next() => new(content.Title, content.Summary) { Annotations = [.. content.Annotations.Skip(shown).Take(MostAtOnce)] };
    }

    // Jobs are run again, and several jobs may judge the same files.
    async Task<CheckRun?> FindAsync(CheckRunContent content, CancellationToken cancellationToken)
    {
        var known = await _runs.GetAllForReference(
            _commit.Repository.Owner, _commit.Repository.Name, _commit.Sha, new CheckRunRequest { CheckName = Name }, new ApiOptions { PageSize = PageSize })
            .WaitAsync(cancellationToken);
        return known.CheckRuns.FirstOrDefault(x => x.ExternalId == content.Fingerprint && x.Output?.AnnotationsCount == content.Annotations.Count);
    }

    KilnException Refused(string reason, Exception? error = null, string outcome = "No check run was written") => new(
        ErrorCodes.CheckRunRefused, $"{outcome} for commit '{_commit.Sha}' of '{_commit.Repository}': {reason}.", error);
}

using System.Diagnostics;
using Kiln.Contexts.Hygiene;
using Kiln.Primitives;

namespace Kiln.Contexts;

/// <summary>
/// Copies a build context into a folder of its own, so that BuildKit sees the same on every machine: ignored and excluded
/// files left out, modes as git knows them whatever the umask, links as they are, no pipes, sockets and devices. Only what
/// changed is copied; what an interrupted staging left is put right by the next.
/// </summary>
public sealed class ContextStager
{
    const int LargestFilesShown = 10;

    /// <summary>
    /// Makes <paramref name="stagingFolder"/> equal to the context. Nobody else may use that folder meanwhile; all that it
    /// holds and that is not of the context is deleted. KILN1026, before anything is copied, where the context holds secrets.
    /// </summary>
    public Task<StagedContext> StageAsync(
        ContextSource source, string stagingFolder, CancellationToken cancellationToken = default) =>
        Task.Run(() => Stage(source, FolderPath.Normalize(stagingFolder), cancellationToken), cancellationToken);

    static StagedContext Stage(ContextSource source, string target, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        Check(source, target);
        try
        {
            Directory.CreateDirectory(target);
            var wanted = ContextScan.OfSource(source, cancellationToken);
            var findings = RequireNoSecrets(source, wanted.Values);
            var found = ContextScan.OfStaged(target, cancellationToken);
            var time = new StagedTime(source.Timestamp);
            var plan = StagingPlan.Between(wanted, found, time);

            new Staging(FolderPath.Normalize(source.Folder), target, time, cancellationToken).Apply(plan, wanted);
            return Summarize(target, wanted.Values, plan) with { Findings = findings, Duration = clock.Elapsed };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KilnException(
                ErrorCodes.ContextNotReadable,
                $"The build context '{source.Folder}' could not be copied to '{target}': {exception.Message} " +
                "Leave the file out by .dockerignore, or give the build's user the right to read it.");
        }
    }

    static ValueList<ContextFinding> RequireNoSecrets(ContextSource source, IReadOnlyCollection<ContextEntry> entries)
    {
        var findings = ContextHygiene.Inspect(entries, source.Allowed, x => FileHead.Read(Path.Combine(source.Folder, x)));
        return findings.Any(x => x.IsSecret)
            ? throw HygieneMessage.Refusal(source.Folder, findings.Where(x => x.IsSecret))
            : findings;
    }

    static StagedContext Summarize(string target, IReadOnlyCollection<ContextEntry> entries, StagingPlan plan)
    {
        var files = entries.Where(x => x.Kind == EntryKind.File).ToList();
        return new StagedContext(target)
        {
            Listing = ContextListing.DigestOf(entries),
            Files = files.Count,
            Bytes = files.Sum(x => x.Size),
            Copied = plan.Copy.Count + plan.Links.Count,
            Deleted = plan.Delete.Count,
            LargestFiles = files
                .OrderByDescending(x => x.Size).ThenBy(x => x.Path, StringComparer.Ordinal)
                .Take(LargestFilesShown).Select(x => new StagedFile(x.Path, x.Size)).ToValueList(),
        };
    }

    static void Check(ContextSource source, string target)
    {
        var folder = FolderPath.Normalize(source.Folder);
        if (!Directory.Exists(folder))
            throw new KilnException(
                ErrorCodes.ContextNotFound,
                $"The build context '{source.Folder}' does not exist: there is no folder '{folder}'.");

        var isExcluded = source.ExcludedFolders.Any(x => FolderPath.IsAtOrBelow(target, FolderPath.Normalize(x)));
        if (FolderPath.IsAtOrBelow(folder, target) || (FolderPath.IsAtOrBelow(target, folder) && !isExcluded))
            throw new KilnException(
                ErrorCodes.InvalidStagingFolder,
                $"The build context '{folder}' cannot be copied to '{target}', which would be part of it or holds it. " +
                "Choose a folder outside, or exclude the one that it lies in.");
    }
}

using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The last command of a RUN that fills a cache which nothing empties before the layer is kept.</summary>
/// <param name="Command">What fills it.</param>
/// <param name="Clean">The command that empties it.</param>
/// <param name="Fix">Appends that command; null where it cannot be appended safely.</param>
sealed record LeftCache(PackageCommand Command, string Clean, LintFix? Fix)
{
    public SourceSpan Span => Command.Head;

    public string Message => $"'{Command.Name}' leaves its cache in this layer, where no later RUN can take it out of the image.";

    public string Remedy => $"End this RUN with && {Clean}.";

    /// <summary>Of the RUNs that get into the image, those that do one of these things and clean nothing afterwards.</summary>
    public static IEnumerable<LeftCache> In(LintSubject subject, PackageManager manager, params string[] words) =>
        manager.Cache is not { } cache ? []
        : from run in ShippedRuns.Of(subject)
          let last = manager.CommandsIn([run], words).LastOrDefault()
          where last is not null && !cache.IsKeptOut(run) && !cache.IsCleanedAfter(last)
          let clean = $"{last.Command.Name} {cache.Clean}"
          select new LeftCache(last, clean, RunEdits.Append(subject, last, clean));
}

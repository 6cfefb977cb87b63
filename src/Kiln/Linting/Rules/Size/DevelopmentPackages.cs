using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>Compilers, test runners and type definitions are packages too, often most of them.</summary>
sealed class DevelopmentPackages() : LintRule(
    "KLN9010", Severity.Information, "Leave packages that only developers need out of the final image.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { } final)
            return [];

        var lineage = subject.LineageOf(final).ToArray();
        var shipped = subject.Runs.Where(x => lineage.Contains(x.Section)).ToArray();
        // Where the final stage compiles, they are needed there; another rule says what to do about that.
        return shipped.SelectMany(x => x.Commands).Any(x => KnownToolchains.CompilingBy(x) is not null) ? [] :
            from run in shipped
            where !run.Commands.Any(x => x.HasArgument("prune"))
            from command in run.Commands
            let option = KnownToolchains.FetchingBy(command)?.Production
            where option is not null && !option.IsGiven(command) && !option.IsSetIn(subject.Dockerfile.Source.Text)
            select Found(
                command.Span,
                $"'{command}' installs what only developers need, too, and it stays in the final image.",
                $"Write {command} {option.Flag}; what a build needs of the rest belongs into an earlier stage.");
    }
}

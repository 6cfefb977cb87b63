using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>What .dockerignore leaves out never reaches the builder, and the build fails for a file that is there.</summary>
sealed class CopyOfIgnoredFile() : LintRule(
    "KLN4008", Severity.Error, "Copy nothing that .dockerignore leaves out.", "CopyIgnoredFile")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Context is not { } context ? [] :
        // Behind ONBUILD, the context of another build is meant.
        from section in subject.Sections
        from instruction in section.Instructions
        where instruction is AddInstruction or CopyInstruction { From: null }
        let missing = Transfer.Of(instruction)!.Sources.FirstOrDefault(x => IsMissing(context, x.Unquoted()))
        where missing is not null
        let pattern = PatternFor(context.Ignore, InContext(missing.Unquoted()))
        select Found(
            missing.Span,
            $"'{missing.Unquoted()}' is not sent to the builder, for the .dockerignore leaves '{pattern?.Text}' out.",
            $"Write !{InContext(missing.Unquoted())} at the end of the .dockerignore, or change its line {pattern?.Line}.");

    static bool IsMissing(LintContext context, string source) =>
        source.IndexOfAny(['*', '?', '[', '$']) < 0 && RemoteSource.Of(source) is RemoteSource.Local
        && InContext(source) is { Length: > 0 } path && context.Ignore.IsIgnored(path)
        && !context.Sent.Any(x => x.Path == path || x.Path.StartsWith($"{path}/", StringComparison.Ordinal));

    static string InContext(string source) => SlashPath.Clean($"/{source}")[1..];

    // The last pattern that takes it, or a folder above it, decides.
    static DockerIgnorePattern? PatternFor(DockerIgnore ignore, string path) =>
        ignore.Patterns.LastOrDefault(x => !x.IsException && Enumerable.Range(0, path.Length + 1)
            .Any(end => (end == path.Length || path[end] == '/') && x.IsMatch(path[..end])));
}

using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>The layer of the COPY keeps the archive, whatever a RUN does with it later.</summary>
sealed class CopyOfUnpackedArchive() : LintRule("KLN4002", Severity.Information, "Unpack archives with ADD.", "DL3010")
{
    // With these, tar does what ADD cannot.
    static readonly string[] MoreThanAdd =
    [
        "strip-components", "strip", "exclude", "exclude-from", "X", "transform", "xform", "wildcards", "one-top-level",
        "O", "to-stdout", "no-same-owner", "T", "files-from",
    ];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        from copy in section.Of<CopyInstruction>()
        where copy.From is null && copy.Destination is not null
        from archive in ArchivesOf(copy).Take(1)
        let command = subject.Runs.Where(x => x.Section == section && x.Run.Span.Start > copy.Span.Start)
            .SelectMany(x => x.Commands).FirstOrDefault(x => Unpacks(x, archive.Name))
        where command is not null
        let line = subject.Dockerfile.Source.PositionOf(command.Span.Start).Line
        let folder = command.ValuesOf("C", "directory").FirstOrDefault()?.Text.TrimEnd('/')
        select Found(
            archive.Source.Span,
            $"'{archive.Source.Unquoted()}' is unpacked in line {line}, but the layer of this COPY keeps it as it is, too.",
            $"Write ADD {archive.Source.Text} {folder ?? "<folder>"}/, which unpacks it, "
            + $"and leave '{command.Name}' out of line {line}.");

    // An archive may get another name on the way.
    static IEnumerable<(Word Source, string Name)> ArchivesOf(CopyInstruction copy) =>
        copy.Sources.Count > 0 && Paths.IsUnpackable(copy.Destination!.Unquoted())
            ? [(copy.Sources[0], Paths.BaseName(copy.Destination!.Unquoted()))]
            : copy.Sources.Where(x => Paths.IsUnpackable(x.Unquoted())).Select(x => (x, Paths.BaseName(x.Unquoted())));

    static bool Unpacks(ShellCommand command, string name) => command.Name switch
    {
        "tar" or "bsdtar" => ExtractsAll(command, name),
        "gunzip" or "bunzip2" or "unxz" or "zcat" or "gzcat" or "bzcat" or "xzcat" =>
            Paths.IsTar(name) && command.Operands.Any(x => Paths.BaseName(x.Text) == name),
        _ => false,
    };

    static bool ExtractsAll(ShellCommand tar, string name)
    {
        // The first word may be flags without a dash: tar xzf app.tar.gz
        var bundle = tar.Arguments is [{ Text: { Length: > 0 } first }, ..] && first[0] != '-' ? first : "";
        var members = tar.WithoutValuesOf("C", "directory", "f", "file").Operands.Skip(bundle.Length > 0 ? 1 : 0);
        return (bundle.Contains('x') || tar.HasFlag("x", "extract", "get"))
            && !tar.HasFlag(MoreThanAdd)
            && tar.Operands.Concat(tar.ValuesOf("file")).Any(x => Paths.BaseName(x.Text) == name)
            && members.All(x => Paths.BaseName(x.Text) == name);
    }
}

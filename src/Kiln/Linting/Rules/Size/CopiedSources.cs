using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Copying;
using Kiln.Linting.Toolchains;

namespace Kiln.Linting.Rules.Size;

/// <summary>Sources that a COPY or an ADD takes, seen by a toolchain that fetches dependencies behind it.</summary>
/// <param name="Word">The source, as written.</param>
/// <param name="Folder">In the context; empty for all of it.</param>
/// <param name="Destination">As written; empty without one.</param>
sealed record CopiedSources(Word Word, string Folder, string Destination)
{
    // What people call folders of sources; others may hold what an install needs, as patches and schemas.
    static readonly string[] Names = ["src", "app", "cmd", "internal", "pkg", "lib"];

    /// <summary>The folder is a project of its own; otherwise it holds sources of one whose manifests lie elsewhere, as <c>src</c> does.</summary>
    public bool IsProject => !Names.Contains(Paths.BaseName(Folder));

    /// <summary>Null for an instruction that copies less: files, or folders that an install may need.</summary>
    public static CopiedSources? Of(LintSubject subject, LintSection section, Instruction instruction, Toolchain toolchain)
    {
        if (instruction is CopyInstruction { From: not null } || Transfer.Of(instruction) is not { Destination: var target } transfer)
            return null;
        var destination = target?.Unquoted() ?? "";
        if (WholeCopies.Of(instruction) is { } whole)
            return new CopiedSources(whole, "", destination);
        return transfer.Sources
            .Where(x => x.Unquoted().IndexOfAny(['*', '?', '[', '$', '<']) < 0 && RemoteSource.Of(x.Unquoted()) is RemoteSource.Local)
            .Select(x => new CopiedSources(x, SlashPath.Clean($"/{x.Unquoted()}")[1..], destination))
            .FirstOrDefault(x => subject.Context is { } context ? x.HoldsProject(context, toolchain) : x.LooksLikeProject(subject, section, instruction));
    }

    bool HoldsProject(LintContext context, Toolchain toolchain)
    {
        var inside = context.Sent.Where(x => x.Path.StartsWith($"{Folder}/", StringComparison.Ordinal)).ToArray();
        return inside.Length > 0 && (!IsProject
            || (inside.Any(x => toolchain.Manifests.Any(y => ManifestFiles.IsNamed(x.Path[(Folder.Length + 1)..], y)))
                && inside.Any(x => !toolchain.Manifests.Any(y => ManifestFiles.IsNamed(Paths.BaseName(x.Path), y)))));
    }

    // Where only the text is known, what is copied over the working folder is the project that is worked on there.
    bool LooksLikeProject(LintSubject subject, LintSection section, Instruction copy)
    {
        var name = Paths.BaseName(Folder);
        if (name.Length == 0 || name[0] == '.' || (name.Contains('.') && !Word.Unquoted().EndsWith('/')))
            return false;
        return !IsProject || Destination is "." or "./" || (Destination.Length > 0 && Destination.TrimEnd('/') == WorkingFolder(subject, section, copy));
    }

    static string? WorkingFolder(LintSubject subject, LintSection section, Instruction copy) => subject.LineageOf(section)
        .Select(x => x.Instructions.TakeWhile(y => y != copy).OfType<WorkdirInstruction>().LastOrDefault()).FirstOrDefault(x => x is not null)?.Path?.Text.TrimEnd('/');
}

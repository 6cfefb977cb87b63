using Kiln.Primitives;
using Kiln.Secrets;

namespace Kiln.Contexts.Hygiene;

/// <summary>
/// Looks for what is sent to a builder by mistake. Names decide what is worth a look, and a look at the first bytes decides, so
/// that a public certificate or an empty settings file is nothing to speak of.
/// </summary>
static class ContextHygiene
{
    /// <summary>All findings that are not allowed, by path. Reads the head of a file only when its name asks for it.</summary>
    internal static ValueList<ContextFinding> Inspect(
        IReadOnlyCollection<ContextEntry> entries, ValueList<ContextAllowance> allowed, Func<string, string> readHead)
    {
        var files = entries.Where(x => x.Kind == EntryKind.File).ToArray();
        return KnownFolders.In(files, allowed, readHead)
            .Concat(files
                .Where(x => !KnownFolders.Contain(x.Path))
                .Select(x => JudgeFile(x, readHead))
                .OfType<ContextFinding>()
                .Where(x => !allowed.Any(y => y.Covers(x.Path))))
            .OrderBy(x => x.Path, StringComparer.Ordinal)
            .ToValueList();
    }

    static ContextFinding? JudgeFile(ContextEntry file, Func<string, string> readHead)
    {
        if (file.Size == 0 || SecretRules.For(file.Path) is not { } rule || rule(readHead(file.Path)) is not { } verdict)
            return null;
        return new ContextFinding(file.Path, file.Size, verdict.What, IgnoreLine.Of(file.Path), verdict.IsSecret);
    }
}

using System.Text;

namespace Kiln.Contexts;

/// <summary>A tree's listing as one digest.</summary>
static class ContextListing
{
    internal static Digest DigestOf(IEnumerable<ContextEntry> entries)
    {
        var lines = entries
            .OrderBy(x => x.Path, StringComparer.Ordinal)
            .Select(x => $"{x.Path}\0{x.Kind}\0{x.Size}\0{(x.Kind == EntryKind.File ? x.Modified.Ticks : 0)}\0{x.GitMode}\0{x.LinkTarget}\n");
        return Digest.OfBytes(Encoding.UTF8.GetBytes(string.Concat(lines)));
    }
}

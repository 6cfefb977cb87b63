using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;

namespace Kiln.EndToEnd.Packages;

/// <summary>Where a debugger finds sources, as symbols say it: https://github.com/dotnet/designs/blob/main/accepted/2020/diagnostics/source-link.md</summary>
static class SourceLink
{
    static readonly Guid Kind = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    internal static async Task<string> ReadAsync(ZipArchiveEntry symbols)
    {
        var content = new MemoryStream();
        await using (var packed = symbols.Open())
            await packed.CopyToAsync(content);
        content.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(content);
        var reader = provider.GetMetadataReader();
        var link = reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition).Select(reader.GetCustomDebugInformation).Single(x => reader.GetGuid(x.Kind) == Kind);
        return Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value));
    }
}

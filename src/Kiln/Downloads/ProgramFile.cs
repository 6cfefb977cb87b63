using System.Formats.Tar;
using System.IO.Compression;

namespace Kiln.Downloads;

/// <summary>A program that a download is or holds, kept on this machine by the download's checksum.</summary>
public static class ProgramFile
{
    /// <summary>
    /// The path of the program; downloaded the first time. KILN6010 where it cannot be had, KILN6011 where the address serves something else than was
    /// pinned, KILN6012 where an archive does not hold it.
    /// </summary>
    /// <param name="folder">Where programs are kept.</param>
    /// <param name="address">A program, a <c>.tar.gz</c> or <c>.tgz</c>, or a <c>.zip</c>.</param>
    /// <param name="pinned">The digest of what the address serves.</param>
    /// <param name="programPath">Where the program lies in the archive; else what it is to be called.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    public static async Task<string> GetAsync(
        string folder, string address, Digest pinned, string programPath, CancellationToken cancellationToken)
    {
        var program = Path.Combine(folder, pinned.Hex, Path.GetFileName(programPath));
        if (File.Exists(program))
            return program;
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        var download = $"{program}.download";
        using (var remote = new RemoteFile())
            await remote.SaveAsync(address, pinned, download, cancellationToken);
        var extracted = $"{program}.new";
        if (!await ExtractAsync(address, download, programPath, extracted, cancellationToken))
        {
            throw new KilnException(
                ErrorCodes.ProgramNotInArchive,
                $"'{address}' is an archive without '{programPath}'. Correct the program's path where the download is named.");
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(extracted, (UnixFileMode)0b111_101_101);
        File.Move(extracted, program, overwrite: true);
        File.Delete(download);
        return program;
    }

    static async Task<bool> ExtractAsync(string address, string download, string programPath, string target, CancellationToken cancellationToken)
    {
        var name = new Uri(address).AbsolutePath;
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return FromZip(download, programPath, target);
        if (name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
            return await FromTarAsync(download, programPath, target, cancellationToken);
        File.Copy(download, target, overwrite: true);
        return true;
    }

    static bool FromZip(string download, string programPath, string target)
    {
        using var archive = ZipFile.OpenRead(download);
        archive.GetEntry(programPath)?.ExtractToFile(target, overwrite: true);
        return archive.GetEntry(programPath) is not null;
    }

    static async Task<bool> FromTarAsync(string download, string programPath, string target, CancellationToken cancellationToken)
    {
        await using var content = new GZipStream(File.OpenRead(download), CompressionMode.Decompress);
        await using var archive = new TarReader(content);
        while (await archive.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
        {
            if (entry.Name.TrimStart('.', '/') != programPath || entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                continue;
            await entry.ExtractToFileAsync(target, overwrite: true, cancellationToken);
            return true;
        }

        return false;
    }
}

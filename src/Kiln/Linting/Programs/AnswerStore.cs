using System.Text;
using System.Text.Json;
using Kiln.Linting.Scripts;
using Kiln.Primitives;

namespace Kiln.Linting.Programs;

/// <summary>
/// What a ShellCheck said before, on disk, a file a script: starting it takes longer than all rules together. What cannot be read is as good as not there.
/// </summary>
/// <param name="folder">Holds nothing else.</param>
/// <param name="program">ShellCheck's path; a file of another size or time says other things.</param>
sealed class AnswerStore(string folder, string program)
{
    // Counted up when other things are asked or kept.
    const int Version = 1;

    // A shim that starts another version tomorrow looks the same today.
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly string _identity = IdentityOf(program);

    public IReadOnlyList<ShellCheckComment>? Find(RunScript script)
    {
        try
        {
            var file = new FileInfo(FileOf(script));
            return file.Exists && DateTime.UtcNow - file.LastWriteTimeUtc < Kept
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), ShellCheckJson.Default.ShellCheckOutput)!.Comments
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Gone meanwhile, or of another version: then it is asked again.
            return null;
        }
    }

    public void Keep(RunScript script, IEnumerable<ShellCheckComment> comments)
    {
        try
        {
            WholeFile.Write(FileOf(script), JsonSerializer.SerializeToUtf8Bytes(new ShellCheckOutput([.. comments]), ShellCheckJson.Default.ShellCheckOutput));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another build keeps the same answer at this moment; if nobody can, it is asked again.
        }
    }

    /// <summary>Deletes what is too old to count.</summary>
    public void Tidy()
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.json").Where(x => DateTime.UtcNow - x.LastWriteTimeUtc >= Kept).ToArray())
            file.Delete();
    }

    string FileOf(RunScript script) => Path.Combine(folder, $"{DigestOf($"{Version}\n{_identity}\n{script.Digest}").Hex}.json");

    static string IdentityOf(string program)
    {
        var file = new FileInfo(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program);
        return $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}";
    }

    static Digest DigestOf(string text) => Digest.OfBytes(Encoding.UTF8.GetBytes(text));
}

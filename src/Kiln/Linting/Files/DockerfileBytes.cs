using System.Text;
using Kiln.Primitives;

namespace Kiln.Linting.Files;

/// <summary>A Dockerfile on disk: text, and whether a byte order mark stands before it.</summary>
sealed record DockerfileBytes(string Path, string Text, bool HasMark)
{
    // BuildKit has no limit of its own; nobody writes a Dockerfile of this size, and a disk image of that name would take minutes.
    const int MostBytes = 2 * 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Refuses what is no text: KILN1061.</summary>
    public static DockerfileBytes Read(string path)
    {
        var size = new FileInfo(path).Length;
        if (size > MostBytes)
            throw Refused(path, $"has {size / 1e6:0.0} MB, which no Dockerfile has; at most 2 MB are read");

        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().IndexOf((byte)0) is var zero and >= 0)
            throw Refused(path, $"is no text: byte {zero} is zero");
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        try
        {
            return new DockerfileBytes(path, Strict.GetString(bytes.AsSpan(hasMark ? Encoding.UTF8.Preamble.Length : 0)), hasMark);
        }
        catch (DecoderFallbackException exception)
        {
            throw Refused(path, $"is not written in UTF-8: byte {exception.Index} cannot be read");
        }
    }

    /// <summary>Writes another text in its place, in one step.</summary>
    public void Replace(string text) =>
        WholeFile.Write(Path, HasMark ? [.. Encoding.UTF8.Preamble, .. Strict.GetBytes(text)] : Strict.GetBytes(text));

    static KilnException Refused(string path, string reason) =>
        new(ErrorCodes.NotADockerfile, $"'{path}' {reason}. Name a Dockerfile where the image is described.");
}

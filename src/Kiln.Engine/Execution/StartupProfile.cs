using System.Runtime;
using Nuke.Common.IO;

namespace Kiln.Engine.Execution;

/// <summary>
/// A short run spends most of its time compiling methods just in time. The runtime writes down which ones it needed, and the
/// next run has them compiled on another core meanwhile ("multicore JIT", see <see cref="ProfileOptimization"/>).
/// </summary>
sealed class StartupProfile
{
    const int LongestName = 100;

    readonly FileStream _mark;

    StartupProfile(FileStream mark) => _mark = mark;

    /// <summary>
    /// Each set of targets has a profile of its own, as it needs methods of its own. Null when another run of them has it now, or
    /// nothing can be written there: the run is slower then, and the same.
    /// </summary>
    public static StartupProfile? Begin(AbsolutePath temporaryDirectory, IReadOnlyList<string> targets)
    {
        var folder = temporaryDirectory / "startup";
        var name = NameOf(targets);
        try
        {
            Directory.CreateDirectory(folder);
            // The runtime truncates and writes the file in place: of two runs at once only one may have it.
            var mark = new FileStream(folder / $"{name}.run", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // It passes over a profile that ends too early, but others can crash it. Whoever did not end may have left one.
            if (mark.Length > 0)
                File.Delete(folder / name);
            mark.WriteByte((byte)'!');
            mark.Flush();
            ProfileOptimization.SetProfileRoot(folder);
            ProfileOptimization.StartProfile(name);
            return new StartupProfile(mark);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The mark stays open: the runtime writes the profile when the process ends, which lets go of the file.</summary>
    public void End() => _mark.SetLength(0);

    internal static string NameOf(IReadOnlyList<string> targets)
    {
        var name = string.Join('+', targets.Select(x => string.Concat(x.Where(char.IsAsciiLetterOrDigit))).DefaultIfEmpty("default"));
        return name[..Math.Min(name.Length, LongestName)].ToLowerInvariant() + ".profile";
    }
}

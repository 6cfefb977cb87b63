using System.Runtime.InteropServices;
using System.Text;

namespace Kiln.Contexts;

/// <summary>
/// Tells pipes, sockets and devices from files, which .NET cannot; opening a pipe would hang. By statx(2), whose layout is
/// the same on every processor.
/// </summary>
static class SpecialFile
{
    const int CurrentFolder = -100;
    const int DoNotFollow = 0x100;
    const uint WantsType = 1;
    const int ModeOffset = 28;
    const int TypeMask = 0xF000;
    const int RegularFile = 0x8000;

    /// <summary>Only asked for files that seem empty, as these always do.</summary>
    public static bool IsAt(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;

        var answer = new byte[256];
        var failed = Statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), DoNotFollow, WantsType, answer) != 0;
        return !failed && (BitConverter.ToUInt16(answer, ModeOffset) & TypeMask) != RegularFile;
    }

    [DllImport("libc", EntryPoint = "statx")]
    static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] answer);
}

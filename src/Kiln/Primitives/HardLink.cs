using System.Runtime.InteropServices;

namespace Kiln.Primitives;

/// <summary>A second name for a file's bytes, which stay until the last name is gone; .NET 10 has no call for it.</summary>
static class HardLink
{
    /// <summary>Links, or copies where the file system cannot link. What stands there already has the same name, so the same bytes.</summary>
    internal static void Create(string existing, string link)
    {
        if (File.Exists(link))
            return;
        var isLinked = OperatingSystem.IsWindows() ? CreateHardLink(link, existing, 0) : Link(existing, link) == 0;
        if (isLinked)
            return;
        // In two steps, so that a copy that was cut off has not the name of a whole one.
        File.Copy(existing, link + ".new", overwrite: true);
        File.Move(link + ".new", link, overwrite: true);
    }

    [DllImport("libc", EntryPoint = "link", CharSet = CharSet.Ansi)]
    static extern int Link(string existing, string link);

    [DllImport("kernel32", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode)]
    [return: MarshalAs(UnmanagedType.Bool)]
    static extern bool CreateHardLink(string link, string existing, nint security);
}

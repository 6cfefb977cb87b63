using System.Runtime.InteropServices;

namespace Kiln.Processes;

/// <summary>What .NET cannot do with processes: signal a whole group, list a session, tell whose this is.</summary>
static class Posix
{
    public const int Interrupt = 2;
    public const int Kill = 9;

    /// <summary>Signals a process, or a whole group when the number is negative. A process that is gone is no error.</summary>
    public static void Send(int process, int signal) => _ = SendSignal(process, signal);

    /// <summary>The living processes of a session, whoever their parent is by now.</summary>
    public static IReadOnlyList<int> ProcessesOfSession(int session) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(x => int.TryParse(Path.GetFileName(x), out var process) ? process : 0)
            .Where(x => x > 0 && IsAliveIn(session, x))];

    static bool IsAliveIn(int session, int process)
    {
        try
        {
            // proc(5): pid (name) state ppid pgrp session …; the name may hold blanks and brackets, so read from its end.
            var status = File.ReadAllText($"/proc/{process}/stat");
            var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ', 5);
            return fields[0] is not ("Z" or "X") && fields[3] == session.ToString();
        }
        catch (IOException)
        {
            return false; // ended since it was listed
        }
        catch (UnauthorizedAccessException)
        {
            return false; // hidden from us, so none of ours
        }
    }

    /// <summary>Who runs this process, and with which group: <c>1000:1000</c>.</summary>
    public static string UserAndGroup => $"{EffectiveUser()}:{EffectiveGroup()}";

    [DllImport("libc", EntryPoint = "geteuid")]
    static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "getegid")]
    static extern uint EffectiveGroup();

    [DllImport("libc", EntryPoint = "kill")]
    static extern int SendSignal(int process, int signal);
}

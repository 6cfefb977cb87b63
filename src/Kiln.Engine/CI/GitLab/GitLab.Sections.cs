using Kiln.Engine.Output;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitLab;

// https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
partial class GitLab
{
    private const string EraseLine = "\e[0K";

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public void BeginSection(string text, bool collapsed = true)
    {
        var options = collapsed ? "[collapsed=true]" : "[collapsed=false]";
        HostConsole.Raw($"{EraseLine}section_start:{Now}:{IdOf(text)}{options}\r{EraseLine}{text}");
    }

    public void EndSection(string text) =>
        HostConsole.Raw($"{EraseLine}section_end:{Now}:{IdOf(text)}\r{EraseLine}");

    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => BeginSection(text), () => EndSection(text));

    // An id may hold no blanks; start and end find each other by it.
    private static string IdOf(string text) => text.GetMD5Hash();
}

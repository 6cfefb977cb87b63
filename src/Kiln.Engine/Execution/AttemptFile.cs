using System.Security.Cryptography;
using System.Text;
using Serilog;

namespace Kiln.Engine.Execution;

/// <summary>Remembers which targets succeeded, so that <c>--continue</c> can go on after a failure.</summary>
sealed class AttemptFile(BuildRun run)
{
    string File => run.TemporaryDirectory / "build-attempt.log";

    /// <summary>The targets that need not run again; a different invocation starts from the beginning.</summary>
    public IReadOnlySet<string> Begin(bool isContinued)
    {
        var hash = InvocationHash();
        var succeeded = isContinued && System.IO.File.Exists(File) ? Read(hash) : [];
        System.IO.File.WriteAllLines(File, [hash, .. succeeded]);
        return succeeded.ToHashSet();
    }

    public void Add(string target) => System.IO.File.AppendAllLines(File, [target]);

    string[] Read(string hash)
    {
        var lines = System.IO.File.ReadAllLines(File);
        if (lines.FirstOrDefault() == hash)
            return lines[1..];

        Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }

    /// <summary>Targets and values count; names of arguments do not, as in NUKE.</summary>
    string InvocationHash()
    {
        var words = run.Sources.CommandLine.Words.Where(x => !x.StartsWith('-'));
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))));
    }
}

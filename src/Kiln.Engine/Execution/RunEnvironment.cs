using System.Collections;
using System.Text;

namespace Kiln.Engine.Execution;

/// <summary>What a run sees of the world. The process makes one from itself, a test makes its own.</summary>
sealed record RunEnvironment
{
    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required string WorkingDirectory { get; init; }

    public required TextWriter Output { get; init; }

    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Whether a person can answer a question.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether the process was started for this run, and ends with it.</summary>
    public bool OwnsProcess { get; init; }

    public static RunEnvironment OfProcess() => new()
    {
        Arguments = Environment.GetCommandLineArgs()[1..],
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(x => (string)x.Key, x => (string?)x.Value ?? ""),
        WorkingDirectory = Environment.CurrentDirectory,
        Output = StandardOutput(),
        Input = new LazyConsoleInput(),
        IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        OwnsProcess = true,
    };

    /// <summary>
    /// UTF-8 whatever the locale says. Asking the console for it costs more than the whole of <c>--help</c>.
    /// </summary>
    static TextWriter StandardOutput()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;

        return new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
    }
}

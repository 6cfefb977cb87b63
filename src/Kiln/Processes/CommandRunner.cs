using System.Text;
using CliWrap;

namespace Kiln.Processes;

/// <summary>
/// The one place that starts programs. Cancelling, a timeout, Ctrl-C and SIGTERM end a program and all that it started:
/// with SIGINT first, with SIGKILL after <see cref="Grace"/>.
/// </summary>
public sealed partial class CommandRunner
{
    const int LinesInExceptions = 20;

    readonly Redactor _redactor;
    readonly Lazy<LiveTrees> _trees;

    // util-linux; replaces itself by the program, so process ids stay. Null where there are no sessions to be had.
    readonly Lazy<string?> _sessionStarter =
        new(() => OperatingSystem.IsLinux() ? ExecutableFinder.FromEnvironment().Find("setsid") : null);

    /// <summary>Runs programs; what it prints and throws passes the redactor.</summary>
    public CommandRunner(Redactor? redactor = null)
    {
        _redactor = redactor ?? Redactor.None;
        _trees = new Lazy<LiveTrees>(() => new LiveTrees(Grace));
    }

    /// <summary>How long an interrupted program may tidy up. Default: 5 seconds.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs to the end and captures both streams.</summary>
    public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default) =>
        CaptureAsync(command, TextOf(command), cancellationToken);

    /// <summary>
    /// The same for a program that is given more than a text: the producer writes what it reads. When the producer throws, the
    /// program is ended and the exception passed on; a program that stops reading ends the producer's work, and that is no error.
    /// </summary>
    public Task<CommandResult> RunAsync(Command command, StreamProducer input, CancellationToken cancellationToken = default) =>
        CaptureAsync(command, PipeSource.Create((stream, token) => input(stream, token)), cancellationToken);

    async Task<CommandResult> CaptureAsync(Command command, PipeSource input, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        var errors = new StringBuilder();
        var lastLines = new LastLines(LinesInExceptions);

        var result = await ExecuteAsync(
            command,
            input,
            PipeTarget.Merge(PipeTarget.ToStringBuilder(output, Encoding.UTF8), Lines(lastLines.Add)),
            PipeTarget.Merge(PipeTarget.ToStringBuilder(errors, Encoding.UTF8), Lines(lastLines.Add)),
            lastLines,
            cancellationToken);

        return result with { Output = output.ToString(), ErrorOutput = errors.ToString() };
    }

    /// <summary>Hands over each line as it comes, redacted: for showing, not for parsing. Lines of the two streams may overlap.</summary>
    public Task<CommandResult> RunAsync(
        Command command, Action<string> output, Action<string> errors, CancellationToken cancellationToken = default)
    {
        var lastLines = new LastLines(LinesInExceptions);
        return ExecuteAsync(
            command,
            TextOf(command),
            Lines(_redactor.Guard(output) + lastLines.Add),
            Lines(_redactor.Guard(errors) + lastLines.Add),
            lastLines,
            cancellationToken);
    }

    /// <summary>
    /// Hands over the streams as they are, for what is not lines. A null consumer leaves a stream to the exception's last
    /// lines. A consumer has to read to the end; when it throws, the program is ended and the exception passed on.
    /// </summary>
    public Task<CommandResult> RunAsync(
        Command command, StreamConsumer? output, StreamConsumer? errors, CancellationToken cancellationToken = default)
    {
        var lastLines = new LastLines(LinesInExceptions);
        return ExecuteAsync(command, TextOf(command), Target(output), Target(errors), lastLines, cancellationToken);

        PipeTarget Target(StreamConsumer? consumer) =>
            consumer is null ? Lines(lastLines.Add) : PipeTarget.Create((stream, token) => consumer(stream, token));
    }

    static PipeSource TextOf(Command command) =>
        command.StandardInput is { } text ? PipeSource.FromString(text) : PipeSource.Null;

    static PipeTarget Lines(Action<string> sink) => PipeTarget.ToDelegate(sink, Encoding.UTF8);
}

/// <summary>Reads a program's stream to its end.</summary>
public delegate Task StreamConsumer(Stream stream, CancellationToken cancellationToken);

/// <summary>Writes what a program reads; its stream is closed behind it.</summary>
public delegate Task StreamProducer(Stream stream, CancellationToken cancellationToken);

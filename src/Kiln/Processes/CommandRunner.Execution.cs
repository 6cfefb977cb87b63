using System.ComponentModel;
using CliWrap;

namespace Kiln.Processes;

public sealed partial class CommandRunner
{
    async Task<CommandResult> ExecuteAsync(
        Command command,
        PipeSource input,
        PipeTarget output,
        PipeTarget errors,
        LastLines lastLines,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var program = Locate(command);
        var tree = new ProcessTree(hasSession: _sessionStarter.Value is not null);

        var wrapped = Cli.Wrap(_sessionStarter.Value ?? program)
            .WithArguments(_sessionStarter.Value is null ? command.Arguments : command.Arguments.Prepend(program))
            .WithWorkingDirectory(Folder(command))
            .WithEnvironmentVariables(command.Environment)
            .WithStandardInputPipe(Ending(() => tree.EndAsync(Grace), input))
            .WithStandardOutputPipe(Ending(() => tree.EndAsync(Grace), output))
            .WithStandardErrorPipe(Ending(() => tree.EndAsync(Grace), errors))
            .WithValidation(CommandResultValidation.None);

        _trees.Value.Add(tree);
        try
        {
            return await RunAsync(command, wrapped, tree, lastLines, cancellationToken);
        }
        finally
        {
            tree.Left();
            if (tree.IsEnding)
                await tree.EndAsync(Grace); // nothing is left behind by the time that the caller knows
            _trees.Value.Remove(tree);
        }
    }

    async Task<CommandResult> RunAsync(
        Command command, CliWrap.Command wrapped, ProcessTree tree, LastLines lastLines, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(command.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan);
        using var atTimeout = timeout.Token.Register(() => tree.EndAsync(Grace));
        using var atCancellation = cancellationToken.Register(() => tree.EndAsync(Grace));
        try
        {
            var result = await Start(command, wrapped, tree);
            if (tree.IsEnding)
                throw new OperationCanceledException();
            if (result.ExitCode != 0 && command.OnFailure == FailureHandling.Throw)
                throw Failed(command, result.ExitCode, lastLines);
            return new CommandResult(result.ExitCode, result.RunTime);
        }
        catch (OperationCanceledException)
        {
            if (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                throw TimedOut(command, lastLines);
            throw new OperationCanceledException($"{command.FileName} was interrupted.", cancellationToken);
        }
    }

    // A reader that gave up would leave the program hanging on a full pipe.
    static PipeTarget Ending(Action end, PipeTarget target) => PipeTarget.Create(async (stream, token) =>
    {
        try
        {
            await target.CopyFromAsync(stream, token);
        }
        catch
        {
            end();
            throw;
        }
    });

    // What a writer left out must not pass for all that there was. A program that reads no further is the program's own affair: its pipe breaks, or, when it
    // ends before that is seen, CliWrap cancels the writing.
    static PipeSource Ending(Action end, PipeSource source) => PipeSource.Create(async (stream, token) =>
    {
        try
        {
            await source.CopyToAsync(stream, token);
        }
        catch (Exception exception) when (exception is not IOException && !token.IsCancellationRequested)
        {
            end();
            throw;
        }
    });

    CommandTask<CliWrap.CommandResult> Start(Command command, CliWrap.Command wrapped, ProcessTree tree)
    {
        try
        {
            return wrapped.ExecuteAsync(null, process => tree.Started(process.Id), tree.Kill, tree.Interrupt);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            // CliWrap's own text says 'see the inner exception', and that one holds the reason.
            throw NotStarted(command, (exception.InnerException ?? exception).Message);
        }
    }
}

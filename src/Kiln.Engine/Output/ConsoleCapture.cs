namespace Kiln.Engine.Output;

/// <summary>During a run all of the process's console output is masked, whoever writes it.</summary>
sealed class ConsoleCapture : IDisposable
{
    readonly TextWriter _formerOutput = Console.Out;
    readonly TextWriter _formerError = Console.Error;
    readonly MaskedWriter _output;
    readonly MaskedWriter _error;

    public ConsoleCapture(TextWriter output, SecretMask secrets)
    {
        _output = new(output, secrets);
        _error = new(_formerError, secrets);
        Console.SetOut(_output);
        Console.SetError(_error);
    }

    public void Dispose()
    {
        _output.Flush();
        _error.Flush();
        Console.SetOut(_formerOutput);
        Console.SetError(_formerError);
    }
}

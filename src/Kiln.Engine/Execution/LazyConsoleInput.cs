namespace Kiln.Engine.Execution;

/// <summary>Opens standard input when somebody is really asked: opening it changes the terminal's settings.</summary>
sealed class LazyConsoleInput : TextReader
{
    public override string? ReadLine() => Console.In.ReadLine();

    public override int Read() => Console.In.Read();

    public override int Peek() => Console.In.Peek();
}

using System.Runtime.InteropServices;

static class Build
{
    static int Main(string[] args)
    {
        var assembly = typeof(Build).Assembly;
        switch (args)
        {
            case ["answer"]: Console.WriteLine(Answer.Text); return 0;
            case ["version"]: Console.WriteLine(assembly.GetName().Version!.ToString(3)); return 0;
            case ["types"]: Console.WriteLine(string.Join(' ', assembly.DefinedTypes.Select(x => x.Name))); return 0;
            case ["engine"]: Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, assembly.Location)); return 0;
            case ["exit", var code]: return int.Parse(code);
            case ["wait"]: return WaitForSignal();
            default: Array.ForEach(args, x => Console.WriteLine($"<{x}>")); return 0;
        }
    }

    static int WaitForSignal()
    {
        var received = new TaskCompletionSource<PosixSignal>();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive);
        Console.WriteLine("ready");
        Console.WriteLine(received.Task.Result);
        return 42;

        void Receive(PosixSignalContext context)
        {
            context.Cancel = true;
            received.TrySetResult(context.Signal);
        }
    }
}

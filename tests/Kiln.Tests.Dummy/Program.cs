using System.Runtime.InteropServices;
using Kiln.Contexts;
using Kiln.Primitives;
using Kiln.Processes;

// A program that does what a test wants to see done: the first argument says what.
return args switch
{
    ["echo", .. var rest] => Echo(rest),
    ["exit", var code] => int.Parse(code),
    ["fail", var code, .. var lines] => Fail(int.Parse(code), lines),
    ["flood", var bytes] => Flood(int.Parse(bytes)),
    ["read"] => Read(),
    ["show", var variable] => Show(variable),
    ["sleep"] => Sleep(),
    ["stubborn"] => SleepThroughSignals(),
    ["tidy"] => Tidy(),
    ["stage", var source, var target] => await StageAsync(source, target),
    ["run", var program, .. var rest] => await RunAsync(program, rest),
    _ => 64,
};

// One argument a line; newlines inside are shown as ⏎.
static int Echo(string[] words)
{
    foreach (var word in words)
        Console.WriteLine(word.Replace("\n", "⏎"));
    return 0;
}

static int Fail(int code, string[] lines)
{
    foreach (var line in lines)
        Console.Error.WriteLine(line);
    return code;
}

static int Flood(int bytes)
{
    using var output = Console.OpenStandardOutput();
    output.Write(new byte[bytes]);
    return 0;
}

static int Read()
{
    Console.Write(Console.In.ReadToEnd());
    return 0;
}

static int Show(string variable)
{
    Console.Write(Environment.GetEnvironmentVariable(variable) ?? "(unset)");
    return 0;
}

static int Sleep()
{
    Console.Write($"{Environment.ProcessId}\n"); // in one piece, for several may share a stream
    Thread.Sleep(TimeSpan.FromMinutes(1));
    return 0;
}

static int SleepThroughSignals()
{
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, x => x.Cancel = true);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, x => x.Cancel = true);
    return Sleep();
}

static int Tidy()
{
    using var interruption = new Interruption();
    Console.WriteLine(Environment.ProcessId);
    interruption.Token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
    Console.WriteLine(interruption.Signal);
    return 5;
}

// What a build does: it runs a program and knows nothing of signals.
static async Task<int> RunAsync(string program, string[] arguments)
{
    var runner = new CommandRunner { Grace = TimeSpan.FromMilliseconds(500) };
    var result = await runner.RunAsync(
        new Command(program, arguments.ToValueList()), Console.WriteLine, Console.Error.WriteLine);
    return result.ExitCode;
}

static async Task<int> StageAsync(string source, string target)
{
    var staged = await new ContextStager().StageAsync(new ContextSource(source), target);
    Console.WriteLine(staged.Copied);
    return 0;
}

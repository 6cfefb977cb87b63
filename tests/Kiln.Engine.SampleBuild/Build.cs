using System.Runtime.InteropServices;
using Kiln.Processes;
using Nuke.Common;
using Serilog;

class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Succeed);

    [Parameter("Greets this person.")] public readonly string Name = "nobody";

    [Parameter, Secret] public readonly string? ApiKey;

    Target Succeed => _ => _
        .Description("Does its work")
        .Executes(() => Log.Information("Hello {Name}", Name));

    Target ShowSecret => _ => _
        .Executes(() =>
        {
            Log.Information("The key is {Key}", ApiKey);
            Console.WriteLine($"raw: {ApiKey}");
        });

    Target Fail => _ => _
        .Executes(() => Assert.Fail("It does not work"));

    Target FailWith42 => _ => _
        .Executes(() => { ExitCode = 42; });

    Target Wait => _ => _
        .Executes(() =>
        {
            Console.WriteLine("waiting");
            Thread.Sleep(TimeSpan.FromSeconds(60));
        });

    Target WaitTidily => _ => _
        .Executes(async () =>
        {
            using var interruption = new Interruption();
            Console.WriteLine("waiting");
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(60), interruption.Token);
            }
            finally
            {
                Console.WriteLine("tidied up");
            }
        });

    Target WaitForAListenerThatTakesItsTime => _ => _
        .Executes(async () =>
        {
            var source = new CancellationTokenSource();
            using var listener = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
            {
                source.Cancel();
                Thread.Sleep(TimeSpan.FromSeconds(1));
            });
            Console.WriteLine("waiting");
            await Task.Delay(TimeSpan.FromSeconds(60), source.Token);
        });

    Target CleanUp => _ => _
        .AssuredAfterFailure()
        .After(Wait, WaitTidily, WaitForAListenerThatTakesItsTime)
        .Executes(() => Log.Information("Cleaned up"));
}

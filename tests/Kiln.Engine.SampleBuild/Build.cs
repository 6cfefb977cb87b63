using Nuke.Common;
using Serilog;

class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Succeed);

    [Parameter("Greets this person.")] readonly string Name = "nobody";

    [Parameter, Secret] readonly string? ApiKey;

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

    Target CleanUp => _ => _
        .AssuredAfterFailure()
        .After(Wait)
        .Executes(() => Log.Information("Cleaned up"));
}

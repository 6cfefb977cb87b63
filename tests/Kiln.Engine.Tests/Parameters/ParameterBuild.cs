using Nuke.Common;
using Nuke.Common.IO;

namespace Kiln.Engine.Tests.Parameters;

[ParameterPrefix("MyPrefix")]
interface IHaveToken : INukeBuild
{
    [Parameter] string Token => TryGetValue(() => Token);

    [Parameter] int? Depth => TryGetValue<int?>(() => Depth);

    [Parameter] string Fallback => TryGetValue(() => Fallback) ?? "fallback";
}

/// <summary>One parameter of each kind.</summary>
class ParameterBuild : NukeBuild, IHaveToken
{
    [Parameter("Any text.")] public readonly string MyString = "initial";

    [Parameter] public readonly string? GitHubToken;

    [Parameter] public readonly string? MSBuildPath2;

    [Parameter(Name = "Renamed")] public readonly string? Original;

    [Parameter] public readonly int Num = 7;

    [Parameter] public readonly bool Flag1;

    [Parameter] public readonly string[] Words = ["initial"];

    [Parameter(Separator = ",")] public readonly string[]? SepList;

    [Parameter] public readonly List<int>? Numbers;

    [Parameter] public readonly AbsolutePath? Directory;

    [Parameter] public readonly Level Level = Level.Low;

    [Parameter] public readonly Complex? Complex;

    [Parameter] public string? GetOnly { get; }

    [Parameter, Secret] public readonly string? ApiKey;

    [Parameter(ValueProviderMember = nameof(Choices))] public readonly string? Choice;

    public Target Show => _ => _.Executes(() => { });

    public Target ShowSecret => _ => _.Executes(() =>
    {
        Serilog.Log.Information("key {Key}", ApiKey);
        Console.Write(ApiKey![..3]);
        Console.WriteLine(ApiKey[3..]);
        Nuke.Common.Assert.Fail($"no entry with {ApiKey}");
    });

    IEnumerable<string> Choices => ["two", "one"];
}

enum Level
{
    Low,
    High,
}

class Complex
{
    public string? Text;

    public int Number { get; set; }

    public AbsolutePath[]? Paths;
}

using Kiln.Engine.Tests.Runs;
using Nuke.Common;

namespace Kiln.Engine.Tests.Targets;

public sealed class DiscoveryTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void Properties_public_or_not_and_interface_defaults_are_targets_in_that_order()
    {
        var run = _repository.Run<Mixed>("--help");

        Assert.Equal(["Own", "Hidden", "FromInterface"], Names(run));
    }

    [Fact]
    public void Fields_and_static_properties_are_not_targets()
    {
        var run = _repository.Run<Mixed>("--help");

        Assert.DoesNotContain("Static", run.Output);
        Assert.DoesNotContain("Field", run.Output);
    }

    [Fact]
    public void An_explicit_implementation_is_named_after_its_last_part()
    {
        var run = _repository.Run<Explicit>("FromInterface");

        Assert.Equal("FromInterface:Succeeded", run.Statuses);
        Assert.Equal("explicit", run.BuildAs<Explicit>().Said);
    }

    [Fact]
    public void An_interface_that_implements_an_inherited_target_again_replaces_it()
    {
        var run = _repository.Run<Again>("FromInterface");

        Assert.Equal(["FromInterface"], Names(_repository.Run<Again>("--help")));
        Assert.Equal("FromInterface:Succeeded", run.Statuses);
        Assert.Equal("again", run.BuildAs<Again>().Said);
    }

    [Fact]
    public void A_class_overrides_an_interface_target_only_in_public()
    {
        var run = _repository.Run<NotPublic>("Dup");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains(
            "Property 'Dup' must be marked public to override inherited member from:\n - IFirst", run.Output);
    }

    [Fact]
    public void A_public_property_overrides_targets_of_several_interfaces()
    {
        var run = _repository.Run<Overriding>("Dup");

        Assert.Equal("Dup:Succeeded", run.Statuses);
    }

    [Fact]
    public void The_same_name_from_two_interfaces_must_be_implemented()
    {
        var run = _repository.Run<Ambiguous>("Dup");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains(
            "Property 'Dup' must be implemented explicitly because it is inherited from multiple interfaces:\n - IFirst\n - ISecond",
            run.Output);
    }

    [Fact]
    public void Several_default_targets_are_all_run()
    {
        var run = _repository.Run<Mixed>("", x => x.Own, x => ((IComponent)x).FromInterface);

        Assert.Equal("FromInterface:Succeeded Own:Succeeded", run.Statuses);
    }

    [Fact]
    public void Getters_run_before_parameters_are_set_and_actions_after()
    {
        var run = _repository.Run<Early>("Show --text given");

        Assert.Null(run.BuildAs<Early>().InGetter);
        Assert.Equal("given", run.BuildAs<Early>().InAction);
    }

    public void Dispose() => _repository.Dispose();

    static IEnumerable<string> Names(TestRun run)
        => run.Lines.SkipWhile(x => !x.StartsWith("Targets (")).Skip(2)
            .TakeWhile(x => x.StartsWith("  ")).Select(x => x.Trim());

    interface IComponent : INukeBuild
    {
        string? Said { set; }

        Target FromInterface => _ => _.Executes(() => { Said = "default"; });
    }

    interface IAgain : IComponent
    {
        Target IComponent.FromInterface => _ => _.Executes(() => { Said = "again"; });
    }

    interface IFirst : INukeBuild
    {
        Target Dup => _ => _.Executes(() => { });
    }

    interface ISecond : INukeBuild
    {
        Target Dup => _ => _.Executes(() => { });
    }

    class Mixed : NukeBuild, IComponent
    {
        public readonly Target Field = _ => _;

        public static Target Static => _ => _;

        public string? Said { get; set; }

        public Target Own => _ => _.Executes(() => { });

        Target Hidden => _ => _.Executes(() => { });
    }

    class Explicit : NukeBuild, IComponent
    {
        public string? Said { get; set; }

        Target IComponent.FromInterface => _ => _.Executes(() => { Said = "explicit"; });
    }

    class Again : NukeBuild, IAgain
    {
        public string? Said { get; set; }
    }

    class NotPublic : NukeBuild, IFirst
    {
        Target Dup => _ => _.Executes(() => { });
    }

    class Overriding : NukeBuild, IFirst, ISecond
    {
        public Target Dup => _ => _.Executes(() => { });
    }

    class Ambiguous : NukeBuild, IFirst, ISecond;

    class Early : NukeBuild
    {
        [Parameter] public readonly string? Text;

        public string? InGetter { get; private set; } = "unset";

        public string? InAction { get; private set; }

        public Target Show
        {
            get
            {
                InGetter = Text;
                return _ => _.Executes(() => { InAction = Text; });
            }
        }
    }
}

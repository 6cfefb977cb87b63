using Kiln.Engine.Tests.Runs;
using Nuke.Common;

namespace Kiln.Engine.Tests.Execution;

public sealed class RequirementTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Fact]
    public void A_missing_member_is_named_and_nothing_runs()
    {
        var run = _repository.Run<Requiring>("First Deploy --no-logo");

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("Target 'Deploy' requires member 'ApiKey' to be not null or empty\n", run.Output);
        Assert.Equal("First:NotRun Deploy:NotRun", run.Statuses);
    }

    [Fact]
    public void A_blank_text_counts_as_missing()
    {
        var run = _repository.RunWords<Requiring>(["Deploy", "--api-key", "  "]);

        Assert.Contains("requires member 'ApiKey'", run.Output);
    }

    [Fact]
    public void Given_members_are_fine()
    {
        var run = _repository.Run<Requiring>("Deploy Count --api-key abcdefgh --number 0");

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_missing_nullable_number_is_named()
    {
        var run = _repository.Run<Requiring>("Count");

        Assert.Contains("Target 'Count' requires member 'Number' to be not null or empty", run.Output);
    }

    [Fact]
    public void A_false_condition_is_quoted()
    {
        var run = _repository.Run<Requiring>("Conditional");

        Assert.Contains("Target 'Conditional' requires '(value(", run.Output);
        Assert.Contains("Requiring).Number == Convert(3, Nullable`1))'", run.Output);
    }

    [Fact]
    public void A_member_without_an_injection_attribute_cannot_be_required()
    {
        var run = _repository.Run<Requiring>("Plain");

        Assert.Contains("Member 'NotInjected' is required from target 'Plain' but not marked with an injection attribute.", run.Output);
    }

    [Fact]
    public void Required_members_are_checked_on_every_build()
    {
        var run = _repository.Run<AlwaysRequiring>("X");

        Assert.Contains("Member 'Name' is required to be not null or empty", run.Output);
        Assert.Equal(0, _repository.Run<AlwaysRequiring>("X --name n").ExitCode);
    }

    [Fact]
    public void Requirements_of_skipped_targets_are_not_checked()
    {
        var run = _repository.Run<Requiring>("Top --skip Deploy");

        Assert.Equal("Deploy:Skipped Top:Succeeded", run.Statuses);
    }

    [Fact]
    public void Requirements_of_an_invoked_target_are_checked_although_its_condition_is_false()
    {
        Assert.Equal(-1, _repository.Run<Requiring>("Never").ExitCode);
        Assert.Equal(0, _repository.Run<Requiring>("NeverTop").ExitCode);
    }

    public void Dispose() => _repository.Dispose();

    class Requiring : NukeBuild
    {
        [Parameter] public readonly string? ApiKey;

        [Parameter] public readonly int? Number;

        public readonly string? NotInjected;

        public Target Deploy => _ => _.Requires(() => ApiKey).Executes(() => { });
        public Target First => _ => _.Before(Deploy).Executes(() => { });
        public Target Count => _ => _.Requires(() => Number).Executes(() => { });
        public Target Conditional => _ => _.Requires(() => Number == 3).Executes(() => { });
        public Target Plain => _ => _.Requires(() => NotInjected).Executes(() => { });
        public Target Top => _ => _.DependsOn(Deploy).Executes(() => { });
        public Target Never => _ => _.OnlyWhenStatic(() => false).Requires(() => ApiKey).Executes(() => { });
        public Target NeverTop => _ => _.DependsOn(Never).Executes(() => { });
    }

    class AlwaysRequiring : NukeBuild
    {
        [Parameter, Required] public readonly string? Name;

        public Target X => _ => _.Executes(() => { });
    }
}

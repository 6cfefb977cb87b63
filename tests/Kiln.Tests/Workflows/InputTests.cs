using Kiln.Primitives;
using Kiln.Workflows;
using Kiln.Workflows.GitLab;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

public sealed class InputTests
{
    static Pipeline Manual(params ValueList<PipelineInput> inputs) => Pipeline(new Job("push", "Push")) with { Triggers = [new Trigger.Manual { Inputs = inputs }] };

    static string Component(params ValueList<PipelineInput> inputs) => GitLabComponent.Of(
        Pipeline(new Job("push", "Push") { Environment = new("production") { NeedsApproval = true } }, new Job("test", "Test") { Needs = ["push"] }) with { Triggers = [new Trigger.Called { Inputs = inputs }] },
        SamplePipelines.Facts,
        new()).Text;

    [Fact]
    public void A_default_is_among_the_options_also_where_nobody_said_one()
    {
        var text = Component(new PipelineInput("REBUILD", InputKind.Boolean), new PipelineInput("PROGRESS") { Choices = ["plain", "live"] }, new PipelineInput("KIND") { Choices = ["a"], IsRequired = true });

        Assert.Contains("    REBUILD:\n      options:\n        - ''\n        - 'true'\n        - 'false'\n      default: ''\n", text);
        Assert.Contains("    PROGRESS:\n      options:\n        - ''\n        - plain\n        - live\n      default: ''\n", text);
        Assert.Contains("    KIND:\n      options: [a]\n", text);
        Assert.Contains("  REBUILD:\n    value: 'false'\n    options:\n      - 'true'\n      - 'false'\n", OfGitLab(Manual(new PipelineInput("REBUILD", InputKind.Boolean))));
    }

    [Fact]
    public void A_component_s_jobs_have_names_that_the_caller_can_tell_from_its_own_and_wait_for_whom_they_waited_for()
    {
        var text = Component();

        Assert.Contains("$[[ inputs.prefix ]]push:\n", text);
        Assert.Contains("- job: $[[ inputs.prefix ]]push\n", text);
        Assert.Contains("  rules:\n    - when: manual\n", text);
        Assert.Equal(2, text.Split("rules:").Length);
        Assert.Contains("# no dotenv report", text);
        Assert.Contains("'prefix'", Assert.Throws<KilnException>(() => Component(new PipelineInput("prefix"))).Message);
    }

    [Fact]
    public void What_an_input_cannot_be_is_refused()
    {
        void Refused(PipelineInput input, string part)
        {
            var error = Assert.Throws<KilnException>(() => OfGitHub(Manual(input)));
            Assert.Equal(ErrorCodes.InvalidPipeline, error.Code);
            Assert.Contains(part, error.Message);
        }

        Refused(new("A", InputKind.Number) { Default = "5; x" }, "'5; x' is no number");
        Refused(new("A", InputKind.Boolean) { Default = "yes" }, "'yes' is no 'true' or 'false'");
        Refused(new("A") { Default = "c", Choices = ["a", "b"] }, "'c' is the default of the input 'A' and none of its choices (a, b)");
        Refused(new("A", InputKind.Number) { Choices = ["1", "x"] }, "'x' is no number, and a choice");
        Assert.Contains("default: '5'\n", OfGitHub(Manual(new PipelineInput("A", InputKind.Number) { Default = "5", Choices = ["5"] })));
        Assert.Contains("default: -1.5\n", OfGitHub(Manual(new PipelineInput("A", InputKind.Number) { Default = "-1.5" })));
    }

    [Fact]
    public void Only_a_star_is_a_pattern_in_names()
    {
        var pipeline = Pipeline(new Job("scan", "Scan")) with { Triggers = [new Trigger.Push { Branches = ["!c++", "v*"], Paths = ["src/[a]?/**", "!x"] }] };

        Assert.Contains(@"branches: [\!c\+\+, v*]", OfGitHub(pipeline));
        Assert.Contains(@"paths: [src/\[a\]\?/**, \!x]", OfGitHub(pipeline).Replace("\n      - ", ", ").Replace("paths:, ", "paths: [").Replace("x\n", "x]\n").Replace("'", ""));
        Assert.Contains(@"src/\[a\]\?/**/*", OfGitLab(pipeline));
    }
}

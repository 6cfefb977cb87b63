using Kiln.Primitives;
using Kiln.Workflows;
using static Kiln.Tests.Workflows.WorkflowText;

namespace Kiln.Tests.Workflows;

/// <summary>What a job that pushes gives to others: by the names that Push itself writes.</summary>
public sealed class OutputTests
{
    static readonly Pipeline Push = Pipeline(new Job("push", "Push") { On = [JobEvent.Branch] });

    static PipelineFacts Of(params ValueList<string> images) => SamplePipelines.Facts with { Images = images };

    static ValueList<string> Many(int count, string name = "image") => Enumerable.Range(0, count).Select(x => $"{name}-{x}").ToValueList();

    [Fact]
    public void An_image_whose_name_begins_with_a_digit_has_outputs_that_GitHub_takes()
    {
        var text = OfGitHub(Push, facts: Of("7zip"));

        Assert.Contains("      _7zip-image: ${{ steps.build.outputs._7zip-image }}\n", text);
        Assert.DoesNotContain(" 7zip-image", text);
    }

    [Fact]
    public void Images_that_outputs_would_not_tell_apart_have_none() =>
        Assert.DoesNotContain("team-api", OfGitHub(Push, facts: Of("team/api", "team-api")));

    [Fact]
    public void GitLab_s_variables_are_left_out_where_they_would_be_more_than_it_takes_and_the_file_says_why()
    {
        const string dotenv = "dotenv: artifacts/images/pushed.env\n";

        Assert.Contains(dotenv, OfGitLab(Push, facts: Of(Many(10))));
        var text = OfGitLab(Push, facts: Of(Many(11)));
        Assert.DoesNotContain(dotenv, text);
        Assert.Contains("artifacts/images/pushed.* # no dotenv report: GitLab takes 20 variables, and 11 images make 22\n", text);
        Assert.Contains("# no dotenv report: GitLab takes 5120 bytes\n", OfGitLab(Push, facts: Of(Many(10, new string('a', 120)))));
    }

    [Fact]
    public void A_job_for_each_image_has_few_variables_however_many_images_there_are()
    {
        var pipeline = Pipeline(new Job("push", "Push") { Matrix = new(new MatrixAxis("ONLY_IMAGES", Many(30))) });

        Assert.Contains("dotenv: artifacts/images/pushed.env\n", OfGitLab(pipeline, facts: Of(Many(30))));
    }

    [Fact]
    public void GitLab_gets_one_file_of_what_all_scanners_found() =>
        Assert.Contains("container_scanning: artifacts/reports/scan/gl-container-scanning.json\n", OfGitLab(Push));

    [Fact]
    public void What_another_job_takes_has_to_be_there()
    {
        var text = OfGitHub(Pipeline(
            new Job("pack", "Pack") { Artifacts = [new("packages", "a/"), new("notes", "b/")] }, new Job("publish", "Publish") { Needs = ["pack"], Takes = ["packages"] }));

        Assert.Matches("(?s)name: packages\n +path: a/\n +if-no-files-found: error\n", text);
        Assert.Matches("(?s)name: notes\n +path: b/\n +if-no-files-found: ignore\n", text);
    }
}

using Kiln.Buildx;
using Kiln.Receipts;
using Kiln.Reporting;
using static Kiln.Tests.Buildx.ReceiptSamples;

namespace Kiln.Tests.Reporting;

public sealed class BuildSummaryTests : IDisposable
{
    static readonly Receipt Api = Receipt(
        "team/api",
        Platform(Kiln.Platform.LinuxAmd64, Layer(1, 30, "COPY . /"), Layer(2, 10, "RUN x")) with
        {
            Base = new BaseReceipt("docker.io/library/debian:13", 1, 15_000_000, 30_000_000),
        },
        Platform(Kiln.Platform.LinuxArm64, Layer(3, 40, "COPY . /"))) with
    {
        Work = new WorkReceipt(8, 3, 75)
        {
            SecondsSpent = 61.2,
            SecondsSaved = 41.3,
            CachedOfUnknownTime = 1,
            Miss = new MissReceipt("[team/api build 5/6] COPY . .", MissCause.File, ["a", "b", "c", "d", "e"]),
        },
    };

    static readonly Receipt Skipped = Receipt("job_1", Platform(Kiln.Platform.LinuxAmd64, Layer(4, 0.5, "COPY . /"))) with
    {
        Work = new WorkReceipt(8, 8, 0.1) { SecondsSaved = 12 },
    };

    readonly TemporaryFolder _folder = new();
    readonly Said _said = new();

    [Fact]
    public void Several_images_are_one_table() => Check([Api, Skipped], "several-images.txt");

    [Fact]
    public void A_single_image_has_lines_of_its_own() => Check([Api], "single-image.txt");

    [Fact]
    public void The_page_of_a_job_shows_a_table_that_nothing_in_a_name_breaks() => Snapshot.Matches(
        JobSummary.Markdown(Built(Api, Skipped with
        {
            Platforms = [Skipped.Platforms[0] with { Base = new BaseReceipt("a|b\n<img src=x> *c* `d` @e", 0, 0, 0) }],
        })).TrimEnd('\n'),
        "job-summary.md");

    [Fact]
    public void What_others_wrote_on_that_page_stays()
    {
        var page = _folder.Write("page.md", "before\n");

        JobSummary.AppendTo(page, JobSummary.Markdown(Built(Api)), _said);

        Assert.StartsWith("before\n### Images\n\n| Image ", File.ReadAllText(page));
        Assert.Empty(_said.Lines);
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_a_warning()
    {
        JobSummary.AppendTo(_folder["no/such/page.md"], "text", _said);

        Assert.StartsWith($"warning: The job's summary could not be written to '{_folder["no/such/page.md"]}': ", Assert.Single(_said.Lines));
    }

    [Fact]
    public void Without_images_there_is_nothing_to_show() => Assert.Equal("", JobSummary.Markdown([]));

    [Theory]
    [InlineData(MissCause.File, "main.go", "main.go changed")]
    [InlineData(MissCause.Mode, "run.sh", "the mode of run.sh changed")]
    [InlineData(MissCause.Argument, "A", "the argument A changed")]
    [InlineData(MissCause.Argument, "A B", "the arguments A, B changed")]
    [InlineData(MissCause.Base, "x: sha256:1 → sha256:2", "what it is made from changed: x: sha256:1 → sha256:2", false)]
    [InlineData(MissCause.Instruction, "line 3: RUN x", "the Dockerfile changed, line 3: RUN x", false)]
    [InlineData(MissCause.FirstBuild, "", "no earlier build of the image on this machine is known")]
    [InlineData(MissCause.Unknown, "", "not known why; nothing that Kiln knows of changed since the last build, so the cache may have been emptied")]
    public void Why_a_step_was_in_no_cache_is_a_sentence(MissCause cause, string changed, string reason, bool isList = true)
    {
        string[] all = isList ? changed.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [changed];
        var receipt = Api with { Work = Api.Work with { Miss = new MissReceipt("[build 2/3] RUN y", cause, [.. all]) } };

        Assert.Equal($"Missed    [build 2/3] RUN y: {reason}", BuildSummary.Lines(receipt).Last());
    }

    static void Check(Receipt[] receipts, string file) => Snapshot.Matches(string.Join('\n', BuildSummary.Lines(Built(receipts))), file);

    static BuiltImage[] Built(params Receipt[] receipts) => [.. receipts.Select(x => new BuiltImage(new ImageSpec(x.Name, "."), "layout", x))];

    public void Dispose() => _folder.Dispose();
}

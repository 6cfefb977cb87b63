using Kiln.Buildx;
using Kiln.Receipts;

namespace Kiln.Tests.Buildx;

public sealed class FinishedImageTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_skipped_image_saves_what_its_steps_took_and_what_caches_saved_before()
    {
        var built = new WorkReceipt(8, 3, 12.3) { SecondsSpent = 5.5, SecondsSaved = 2, CachedOfUnknownTime = 1, Miss = new MissReceipt("x", MissCause.File, []) };

        var skipped = Keep(built);
        var again = Keep(skipped);

        Assert.Equal(new WorkReceipt(8, 8, 0.5) { SecondsSaved = 7.5, CachedOfUnknownTime = 1 }, skipped);
        Assert.Equal(skipped, again);
    }

    [Fact]
    public void What_a_receipt_from_before_does_not_tell_is_not_known() => Assert.Null(Keep(new WorkReceipt(8, 3, 12.3)).SecondsSaved);

    WorkReceipt Keep(WorkReceipt work)
    {
        var folders = new BuildFolders(_folder.Path, _folder["artifacts"], _folder["temporary"]);
        Directory.CreateDirectory(folders.Images);
        var receipt = ReceiptSamples.Receipt("api") with { Work = work };
        return FinishedImage.Keep(folders, new ImageSpec("api", "api"), receipt, TimeSpan.FromSeconds(0.5)).Receipt.Work;
    }

    public void Dispose() => _folder.Dispose();
}

using Kiln.Buildx.Budgets;
using Kiln.Receipts;
using static Kiln.Tests.Buildx.ReceiptSamples;

namespace Kiln.Tests.Buildx.Budgets;

public sealed class BudgetGateTests : IDisposable
{
    static readonly Receipt Built = Receipt(
        "api",
        Platform(
            Kiln.Platform.LinuxAmd64,
            Layer(1, 30, "RUN /bin/sh -c apt-get update &&  apt-get install -y curl # buildkit"),
            Layer(2, 1, null),
            Layer(3, 20, "COPY /out/server /server # buildkit"),
            Layer(4, 9, "COPY . . # buildkit")),
        Platform(Kiln.Platform.LinuxArm64, Layer(5, 40, "COPY /out/server /server # buildkit")));

    readonly TemporaryFolder _folder = new();
    readonly Said _said = new();

    [Fact]
    public void An_image_at_its_limits_passes()
    {
        Require(new SizeBudget { Unpacked = 60_000_000, Compressed = 30_000_000 });

        Assert.Empty(_said.Lines);
    }

    [Fact]
    public void Too_large_is_told_with_by_how_much_and_the_largest_layers_of_that_platform()
    {
        var failure = Assert.Throws<KilnException>(() => Require(new SizeBudget { Unpacked = 45_000_000 }));

        Assert.Equal(
            """
            KILN3028: Image 'api' is over its size budget:
              linux/amd64: 60.0 MB unpacked, 15.0 MB more than the 45.0 MB allowed. The largest layers:
                  30.0 MB  RUN apt-get update && apt-get install -y curl
                  20.0 MB  COPY /out/server /server
                   9.0 MB  COPY . .
            No layout of this solve was replaced. Make it smaller, or raise its SizeBudget where the image is described.
            """,
            failure.ToString());
    }

    [Fact]
    public void Each_limit_and_platform_counts_by_itself()
    {
        var failure = Assert.Throws<KilnException>(() => Require(new SizeBudget { Unpacked = 50_000_000, Compressed = 15_000_000 }));

        Assert.Equal(
            ["linux/amd64: 60.0 MB unpacked", "linux/amd64: 30.0 MB to pull", "linux/arm64: 20.0 MB to pull"],
            failure.Message.Split('\n').Where(x => x.StartsWith("  linux", StringComparison.Ordinal)).Select(x => x.Trim().Split(',')[0]));
    }

    [Fact]
    public void Growth_is_told_with_the_layers_that_are_new()
    {
        WriteReceipt("base.json", Built with
        {
            Platforms = [Platform(Kiln.Platform.LinuxAmd64, Layer(1, 30, "RUN x"), Layer(7, 10, "COPY old")), Built.Platforms[1]],
        });

        var failure = Assert.Throws<KilnException>(() => Require(new SizeBudget { Growth = SizeGrowth.OfPercent(25, "base.json") }));

        Assert.Equal(
            """
            Image 'api' is over its size budget:
              linux/amd64: 60.0 MB unpacked, grown by 20.0 MB (50.0 %), 10.0 MB more than the 25.0 % allowed. The largest layers:
                  20.0 MB  COPY /out/server /server
                   9.0 MB  COPY . .
                   1.0 MB  (the image's history does not say by what)
              linux/amd64: 30.0 MB to pull, grown by 10.0 MB (50.0 %), 5.0 MB more than the 25.0 % allowed. The largest layers:
                  10.0 MB  COPY /out/server /server
                   4.5 MB  COPY . .
                   0.5 MB  (the image's history does not say by what)
            """.Split('\n'),
            failure.Message.Split('\n')[..^1]);
    }

    [Fact]
    public void Growth_in_bytes_may_be_used_up_and_shrinking_never_fails()
    {
        WriteReceipt("base.json", Built with { Platforms = [Platform(Kiln.Platform.LinuxAmd64, Layer(1, 50, "RUN x")), Built.Platforms[1]] });

        Require(new SizeBudget { Growth = SizeGrowth.OfBytes(10_000_000, "base.json") });
        WriteReceipt("base.json", Built with { Platforms = [Platform(Kiln.Platform.LinuxAmd64, Layer(1, 500, "RUN x")), Built.Platforms[1]] });
        Require(new SizeBudget { Growth = SizeGrowth.OfPercent(0, "base.json") });

        Assert.Empty(_said.Lines);
    }

    [Fact]
    public void Where_there_is_nothing_to_compare_with_that_is_said()
    {
        Require(new SizeBudget { Growth = SizeGrowth.OfPercent(5, "base") });
        WriteReceipt("base/api.receipt.json", Built with { Platforms = [Built.Platforms[0]] });
        Require(new SizeBudget { Growth = SizeGrowth.OfPercent(5, "base") });

        Assert.Equal(
            [
                "Budget    api: there is no earlier receipt at 'base', so its growth is not known",
                "Budget    api: the earlier receipt knows no linux/arm64, so its growth is not known",
            ],
            _said.Lines);
    }

    [Fact]
    public void In_a_folder_the_images_latest_receipt_is_meant_wherever_it_lies()
    {
        var small = Built with { Platforms = [Platform(Kiln.Platform.LinuxAmd64, Layer(1, 1, "RUN x")), Built.Platforms[1]] };
        WriteReceipt("base/run-1/api.receipt.json", small, DateTime.UtcNow.AddHours(-2));
        WriteReceipt("base/run-2/images/api.receipt.json", Built, DateTime.UtcNow.AddHours(-1));
        WriteReceipt("base/run-3/team/api.receipt.json", small with { Name = "team/api" }, DateTime.UtcNow);

        Require(new SizeBudget { Growth = SizeGrowth.OfPercent(0, "base") });

        Assert.Empty(_said.Lines);
    }

    [Fact]
    public void Where_no_place_is_named_the_base_branch_s_published_receipt_counts()
    {
        var budget = new SizeBudget { Growth = SizeGrowth.OfBytes(0) };
        var image = new ImageSpec("api", "api") { Platforms = [Kiln.Platform.LinuxAmd64, Kiln.Platform.LinuxArm64], SizeBudget = budget };

        new BudgetGate(_folder.Path, [new("api", Built)], _said).Require([(image, Built)]);
        Assert.Empty(_said.Lines);
        Require(budget);

        Assert.Equal(["Budget    api: there is no earlier receipt of the base branch, so its growth is not known"], _said.Lines);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_of_nothing_cannot_be_meant(long limit)
    {
        var failure = Assert.Throws<KilnException>(() => new SizeBudget { Compressed = limit });

        Assert.Equal(
            $"KILN1027: A size budget's Compressed is {limit} bytes. Name a number above 0, or leave it out for any size.", failure.ToString());
        Assert.Throws<KilnException>(() => SizeGrowth.OfPercent(double.NaN, "x"));
    }

    void Require(SizeBudget budget)
    {
        var image = new ImageSpec("api", "api") { Platforms = [Kiln.Platform.LinuxAmd64, Kiln.Platform.LinuxArm64], SizeBudget = budget };
        new BudgetGate(_folder.Path, [], _said).Require([(image, Built)]);
    }

    void WriteReceipt(string path, Receipt receipt, DateTime? time = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        ReceiptFile.Write(_folder[path], receipt);
        if (time is { } when)
            File.SetLastWriteTimeUtc(_folder[path], when);
    }

    public void Dispose() => _folder.Dispose();
}

using Kiln.Receipts;
using static Kiln.Tests.Buildx.ReceiptSamples;

namespace Kiln.Tests.Receipts;

public sealed class ReceiptFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var receipt = Receipt("api", Platform(Kiln.Platform.LinuxAmd64, Layer(1, 1, "COPY a b")) with
        {
            Base = new BaseReceipt("docker.io/library/alpine:3", 1, 2, 3) { Digest = Digest.OfBytes([7]) },
        }) with
        {
            Inputs = [new InputReceipt("docker.io/library/alpine:3", $"{Digest.OfBytes([7])}")],
            Work = new WorkReceipt(8, 3, 12.3)
            {
                SecondsSpent = 9.1,
                SecondsSaved = 4.5,
                CachedOfUnknownTime = 2,
                Miss = new MissReceipt("[2/3] COPY a /", MissCause.FirstBuild, ["a", "b"]),
            },
        };

        ReceiptFile.Write(_folder["receipt.json"], receipt);

        Assert.Equal(receipt, ReceiptFile.Read(_folder["receipt.json"]));
        Assert.Contains("\"cause\": \"firstBuild\"", File.ReadAllText(_folder["receipt.json"]));
    }

    [Fact]
    public void A_receipt_from_before_there_were_inputs_and_bases_is_read_and_so_is_one_with_more()
    {
        var digest = Digest.OfBytes([1]);
        var path = _folder.Write("receipt.json", $$"""
            {
              "version": 1, "name": "api", "digest": "{{digest}}", "later": true,
              "platforms": [
                { "platform": "linux/amd64", "manifest": "{{digest}}", "config": "{{digest}}", "compressedSize": 1, "unpackedSize": 2, "layers": [] }
              ],
              "builder": { "engine": "28", "buildx": "0.29", "buildKit": "" },
              "work": { "steps": 8, "cached": 3, "seconds": 1.5 }
            }
            """);

        var receipt = ReceiptFile.Read(path)!;

        Assert.Empty(receipt.Inputs);
        Assert.Null(receipt.Platforms[0].Base);
        Assert.Equal(new WorkReceipt(8, 3, 1.5), receipt.Work);
    }

    public void Dispose() => _folder.Dispose();
}

using Kiln.Changes;
using Kiln.Oci.Registries;
using Kiln.Oci.Registries.Referrers;
using Kiln.Receipts;
using Kiln.Tests.Buildx;
using Kiln.Tests.Oci;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Changes;

public sealed class PublishedReceiptsTests : IDisposable
{
    const string Commit = "0123456789abcdef0123456789abcdef01234567";

    static readonly SizeBudget Growing = new() { Growth = SizeGrowth.OfPercent(5) };

    readonly TemporaryFolder _folder = new();
    readonly FakeRegistry _registry = new() { KnowsReferrers = true };
    readonly Said _said = new();

    public void Dispose()
    {
        _registry.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("0123456789ab")]
    [InlineData("release-1.x")]
    public async Task The_base_s_image_is_tagged_with_its_commit_or_its_branch(string tag)
    {
        await PushAsync(20, tag);

        Assert.Equal(20_000_000, await SizeAsync(Growing));
    }

    [Fact]
    public async Task A_base_that_is_not_there_is_unknown() => Assert.Null(await SizeAsync(Growing));

    [Fact]
    public async Task A_registry_that_cannot_be_read_is_told()
    {
        RefuseAll();

        Assert.Null(await SizeAsync(Growing));
        Assert.StartsWith("warning: The base's size is not known: '", Assert.Single(_said.Lines));
    }

    [Fact]
    public async Task Nobody_is_asked_where_no_budget_asks()
    {
        RefuseAll();

        Assert.Null(await SizeAsync(null));
        Assert.Null(await SizeAsync(new SizeBudget { Growth = SizeGrowth.OfPercent(5, over: "sizes") }));
        Assert.Empty(_said.Lines);
    }

    void RefuseAll() => _registry.Fault = async context =>
    {
        await FakeRegistry.AnswerAsync(context, 418, "no");
        return true;
    };

    async Task<long?> SizeAsync(SizeBudget? budget)
    {
        var request = new ChangeRequest
        {
            Images = [new ImageSpec("api", "api") { SizeBudget = budget }],
            Folders = new(_folder.Path, _folder["artifacts"], _folder["temporary"]),
            BaseCommit = Commit,
            Registries = [RegistryNamespace.Parse($"{_registry.Address}/acme")],
        };
        var found = await new PublishedReceipts(_said).FindAsync(request, "release/1.x", CancellationToken.None);
        return found.GetValueOrDefault("api")?.Platforms[0].CompressedSize * 2;
    }

    async Task PushAsync(double megabytes, string tag)
    {
        var receipt = ReceiptSamples.Receipt("api", ReceiptSamples.Platform(Platform.LinuxAmd64, ReceiptSamples.Layer(1, megabytes, null)));
        using var client = new RegistryClient();
        await new LayoutPusher(client, new PushOptions { Attachments = [new Attachment("application/vnd.kiln.receipt.v1+json", ReceiptFile.ToBytes(receipt))] })
            .PushAsync(TestLayout.OfTwoPlatforms(_folder[$"layout-{tag}"]), _registry.Image("acme/api"), [tag]);
    }
}

using Kiln.Buildx;
using Kiln.Buildx.Assembling;
using Kiln.Commits;
using Kiln.Oci;
using Kiln.Receipts;
using Kiln.Tests.Oci;

namespace Kiln.Tests.Buildx.Assembling;

public sealed class ImageAssemblerTests : IDisposable
{
    const string Key = "a secret of more than 32 characters";

    readonly TemporaryFolder _folder = new();
    readonly SourceCommit _commit = new(new string('a', 40), DateTimeOffset.UnixEpoch);
    readonly BuildFolders _folders;
    readonly ImageSpec _image;

    public ImageAssemblerTests()
    {
        _folders = new BuildFolders(_folder.Path, _folder["artifacts"], _folder["temporary"]);
        _image = new ImageSpec("team/api", "api") { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Parts_become_an_image_with_the_commit_s_annotations_and_a_receipt_of_all_and_stay_where_they_are()
    {
        Leave(Platform.LinuxAmd64);
        Leave(Platform.LinuxArm64);

        var built = Assert.Single(await AssembleAsync());
        var again = Assert.Single(await AssembleAsync());

        var layout = OciLayout.Open(_folders.LayoutOf(_image));
        await layout.VerifyAsync(CancellationToken.None);
        var receipt = ReceiptFile.Read(_folders.ReceiptOf(_image))!;
        Assert.Equal([built.Receipt.Digest, built.Receipt.Digest, built.Receipt.Digest], [layout.Root.Digest, receipt.Digest, again.Receipt.Digest]);
        Assert.Equal(_image.Platforms, receipt.Platforms.Select(x => x.Platform));
        Assert.Equal(_image.Platforms, (await layout.ReadImagesAsync()).Select(x => x.Platform));
        Assert.Contains(_commit.Hash, File.ReadAllText(layout.BlobPath(layout.Root.Digest)));
        // Machines at once: what they did adds up, and what they took does not.
        Assert.Equal(new WorkReceipt(16, 6, 12.3), receipt.Work);
        Assert.Equal("28.5.2", receipt.Builder.Engine);
    }

    [Fact]
    public async Task An_image_for_one_platform_is_taken_as_it_is()
    {
        Leave(Platform.LinuxArm64);

        var built = Assert.Single(await AssembleAsync(_image with { Platforms = [Platform.LinuxArm64] }));

        Assert.Equal(OciLayout.Open(_folders.For([Platform.LinuxArm64]).LayoutOf(_image)).Root.Digest, built.Receipt.Digest);
        Assert.Equal(built.Receipt.Digest, OciLayout.Open(built.LayoutFolder).Root.Digest);
    }

    [Fact]
    public async Task A_part_that_is_missing_is_named_with_its_place_and_the_last_image_stays()
    {
        Leave(Platform.LinuxAmd64);
        Leave(Platform.LinuxArm64);
        var before = Assert.Single(await AssembleAsync());
        Directory.Delete(_folders.For([Platform.LinuxArm64]).Images, recursive: true);

        var failure = await Assert.ThrowsAsync<KilnException>(() => AssembleAsync());

        Assert.Equal(ErrorCodes.PartsUnfit, failure.Code);
        Assert.Equal(
            "Image 'team/api' cannot be put together: its part for linux/arm64 is not at 'artifacts/platforms/linux-arm64/team/api' with a receipt beside it. "
            + "Below 'platforms' there are 'linux-amd64'. Run 'DockerBuild --only-platforms linux/arm64' on a machine for it, and bring that folder here.",
            failure.Message);
        Assert.Equal(before.Receipt.Digest, OciLayout.Open(_folders.LayoutOf(_image)).Root.Digest);
    }

    [Fact]
    public async Task A_part_of_another_commit_of_a_changed_tree_or_about_another_platform_is_refused()
    {
        Leave(Platform.LinuxAmd64);

        Leave(Platform.LinuxArm64, x => x with { Source = x.Source! with { Commit = new string('b', 40) } });
        Assert.Contains($"it was built from commit {new string('b', 40)}, and this is commit {_commit.Hash}.", await RefusalAsync());
        Leave(Platform.LinuxArm64, x => x with { Source = x.Source! with { IsDirty = true } });
        Assert.Contains($"it was built from commit {_commit.Hash} with uncommitted changes, and this is", await RefusalAsync());
        Leave(Platform.LinuxArm64, x => x with { Platforms = [ReceiptSamples.Platform(Platform.LinuxAmd64)] });
        Assert.Contains("of its part for linux/arm64, its receipt is about linux/amd64.", await RefusalAsync());
    }

    [Fact]
    public async Task A_receipt_that_is_not_signed_as_this_build_signs_is_refused_and_the_image_s_own_is_signed()
    {
        Leave(Platform.LinuxAmd64);
        Leave(Platform.LinuxArm64);
        var failure = await Assert.ThrowsAsync<KilnException>(() => AssembleAsync(key: Key));
        foreach (var platform in _image.Platforms)
            ReceiptSignature.Write(_folders.For([platform]).ReceiptOf(_image), Key);

        await AssembleAsync(key: Key);

        Assert.Equal(ErrorCodes.ReceiptSignatureInvalid, failure.Code);
        ReceiptSignature.Require(_image.Name, _folders.ReceiptOf(_image), Key);
    }

    async Task<string> RefusalAsync()
    {
        var failure = await Assert.ThrowsAsync<KilnException>(() => AssembleAsync());
        Assert.Equal(ErrorCodes.PartsUnfit, failure.Code);
        return failure.Message;
    }

    async Task<BuiltImage[]> AssembleAsync(ImageSpec? image = null, string? key = null) =>
    [
        .. await new ImageAssembler(new Said()).AssembleAsync(
            new AssembleRequest { Images = [image ?? _image], Folders = _folders, Commit = _commit, ReceiptKey = key }, CancellationToken.None),
    ];

    void Leave(Platform platform, Func<Receipt, Receipt>? change = null)
    {
        var folders = _folders.For([platform]);
        if (Directory.Exists(folders.LayoutOf(_image)))
            Directory.Delete(folders.LayoutOf(_image), recursive: true);
        var layout = new TestLayout(folders.LayoutOf(_image));
        layout.WriteIndex(layout.Image(platform.Architecture, platform.Architecture));
        var receipt = ReceiptSamples.Receipt(_image.Name, ReceiptSamples.Platform(platform)) with
        {
            Digest = OciLayout.Open(folders.LayoutOf(_image)).Root.Digest,
            Source = new SourceReceipt(_commit.Hash, _commit.CommitTime, false),
        };
        ReceiptFile.Write(folders.ReceiptOf(_image), change?.Invoke(receipt) ?? receipt);
    }
}

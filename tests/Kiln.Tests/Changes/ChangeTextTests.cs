using Kiln.Changes;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Scanning;
using Kiln.Tests.Buildx;

namespace Kiln.Tests.Changes;

public sealed class ChangeTextTests
{
    static readonly Finding Old = new("CVE-1", FindingClass.Language, FindingSeverity.Low) { Package = "zlib", InstalledVersion = "1.0", File = "lib" };

    static readonly Finding Bad = new("CVE-2", FindingClass.Language, FindingSeverity.High)
    {
        Package = "lodash",
        InstalledVersion = "4.17.15",
        FixedVersion = "4.17.21",
        Instruction = "RUN npm ci",
    };

    static Receipt Receipt(double megabytes) => ReceiptSamples.Receipt("api", ReceiptSamples.Platform(Platform.LinuxAmd64, ReceiptSamples.Layer(1, megabytes, "COPY . ."))) with
    {
        Scan = new VerdictReceipt(Verdict.Refused, Digest.OfBytes([4]), []),
    };

    [Fact]
    public void Sizes_growth_cached_steps_and_findings_that_are_new_and_fixed_are_told()
    {
        var change = new ImageChange(Receipt(12), [Bad], new PublishedRecord(Receipt(10), [Old]));

        Assert.Equal(
            """
            ### What changes about the images

            | Image | To pull | Change | Unpacked | Steps cached | Verdict | New | Fixed |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            | api | 6.0 MB | +1.0 MB | 12.0 MB | 3 of 8 | refused | 1 high | 1 low |

            #### New findings

            - high CVE-2 in api: lodash 4.17.15, fixed in 4.17.21 (RUN npm ci)

            Built for commit fedcba9876543210fedcba9876543210fedcba98.

            """.ReplaceLineEndings("\n"),
            ChangeText.Markdown([change], "fedcba9876543210fedcba9876543210fedcba98"));
    }

    [Fact]
    public void Without_a_base_nothing_is_called_new()
    {
        var text = ChangeText.Markdown([new ImageChange(Receipt(12), [Bad], null)]);

        Assert.Contains("| api | 6.0 MB | - | 12.0 MB | 3 of 8 | refused | - | - |", text);
        Assert.EndsWith("The base branch's images are not known, so nothing is compared.\n", text);
        Assert.DoesNotContain("CVE-2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_finding_in_a_newer_version_of_its_package_is_neither_new_nor_fixed()
    {
        var change = new ImageChange(Receipt(1), [Old with { InstalledVersion = "1.1" }], new PublishedRecord(Receipt(1), [Old]));

        Assert.Equal((0, 0, 0), (change.New.Count, change.Fixed.Count, change.GrowthToPull));
    }

    [Fact]
    public void Texts_of_others_are_texts_and_a_long_list_is_cut()
    {
        var many = Enumerable.Range(0, 30).Select(x => Bad with { Id = $"CVE-{x}", Package = "<img src=x>|@all" }).ToValueList();

        var text = ChangeText.Markdown([new ImageChange(Receipt(1), many, new PublishedRecord(Receipt(1), []))]);

        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@all", text, StringComparison.Ordinal);
        Assert.Contains("- and 10 more, in the scan's reports\n", text);
        Assert.Contains("None was built.", ChangeText.Markdown([]));
    }
}

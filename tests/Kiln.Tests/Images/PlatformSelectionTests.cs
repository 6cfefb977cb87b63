using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Tests.Images;

public sealed class PlatformSelectionTests
{
    static readonly ValueList<ImageSpec> Images =
    [
        new("api", "api") { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] },
        new("tool", "tool"),
    ];

    [Fact]
    public void An_image_is_for_those_of_its_platforms_that_are_named_and_one_that_has_none_stays_for_others_to_be_made_from()
    {
        var narrowed = PlatformSelection.Narrow(Images, [Platform.LinuxArm64]);

        Assert.Equal([Platform.LinuxArm64], narrowed[0].Platforms);
        Assert.Equal(Images[1], narrowed[1]);
        Assert.Equal(["api"], PlatformSelection.Names(Images, [], [Platform.LinuxArm64]));
    }

    [Fact]
    public void Nothing_named_changes_nothing()
    {
        Assert.Equal(Images, PlatformSelection.Narrow(Images, []));
        Assert.Empty(PlatformSelection.Names(Images, [], []));
        PlatformSelection.RequireWhole([]);
    }

    [Fact]
    public void What_no_image_is_for_is_refused_rather_than_taken_for_all()
    {
        var platform = Refused(() => PlatformSelection.Narrow(Images, [Platform.LinuxArmV7]));
        var image = Refused(() => PlatformSelection.Names(Images, ["tool"], [Platform.LinuxArm64]));
        var part = Refused(() => PlatformSelection.RequireWhole([Platform.LinuxArm64]));

        Assert.StartsWith("No image is built for linux/arm/v7; the build's are for linux/amd64, linux/arm64.", platform);
        Assert.StartsWith("None of 'tool' is built for linux/arm64.", image);
        Assert.StartsWith("What is built with --only-platforms linux/arm64 is a part of an image, and is not pushed.", part);
    }

    static string Refused(Action action)
    {
        var failure = Assert.Throws<KilnException>(action);
        Assert.Equal(ErrorCodes.PlatformSelectionInvalid, failure.Code);
        return failure.Message;
    }
}

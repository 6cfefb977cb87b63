using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class FinishedBeforeTests
{
    [Fact]
    public async Task A_failure_names_the_images_that_were_finished_and_kept()
    {
        var failure = await Assert.ThrowsAsync<KilnException>(() => FinishedBefore.TellAsync<int>(
            [new ImageSpec("one", "1"), new ImageSpec("two", "2")], () => throw new KilnException("KILN3020", "It failed.")));

        Assert.Equal(("KILN3020", "It failed.\nBuilt before that, and kept: one, two."), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task The_first_to_fail_has_none_before_it()
    {
        var failure = await Assert.ThrowsAsync<KilnException>(() => FinishedBefore.TellAsync<int>(
            [], () => throw new KilnException("KILN3020", "It failed.")));

        Assert.Equal("It failed.", failure.Message);
    }
}

using Kiln.Changes;

namespace Kiln.Tests.Changes;

public sealed class ChangeTopicTests
{
    static readonly ImageSpec Api = new("api", "api");
    static readonly ImageSpec Worker = new("team/worker", "worker");

    [Fact]
    public void Jobs_for_an_image_each_do_not_write_over_each_other()
    {
        Assert.Equal("images api", ChangeTopic.Of([Api], [Api, Worker]));
        Assert.Equal("images team/worker", ChangeTopic.Of([Worker], [Api, Worker]));
    }

    [Fact]
    public void Who_names_all_images_writes_the_comment_of_all()
    {
        Assert.Equal("images", ChangeTopic.Of([Worker, Api], [Api, Worker]));
        Assert.Equal("images", ChangeTopic.Of([], []));
    }
}

using Kiln.Commits;

namespace Kiln.Tests.Commits;

public sealed class RemoteUrlTests
{
    [Theory]
    [InlineData("https://user:token@example.com/team/api.git?x=1", "https://example.com/team/api.git")]
    [InlineData("ssh://git@example.com:2222/team/api.git", "ssh://example.com:2222/team/api.git")]
    [InlineData("git@example.com:team/api.git", "git@example.com:team/api.git")]
    [InlineData("/home/me/api", null)]
    [InlineData("../api", null)]
    [InlineData("~/api", null)]
    [InlineData("api", null)]
    [InlineData(@"C:\src\api", null)]
    [InlineData("file:///home/me/api", null)]
    public void Others_get_to_see_an_address_and_no_folder_and_no_token(string remote, string? shown) =>
        Assert.Equal(shown, RemoteUrl.ForOthers(remote));
}

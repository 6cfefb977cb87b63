using Kiln.Commits;

namespace Kiln.Tests.Commits;

public sealed class RemoteRepositoryTests
{
    [Theory]
    [InlineData("https://GitHub.com/Acme/shop.git", "github.com", "Acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "github.com", "acme/shop")]
    [InlineData("ssh://git@gitlab.example.com:2222/acme/web/shop", "gitlab.example.com", "acme/web/shop")]
    [InlineData("gitlab.example.com:acme/shop.git/", "gitlab.example.com", "acme/shop")]
    public void Host_and_path_are_told_however_git_has_them(string url, string host, string path) =>
        Assert.Equal(new RemoteRepository(host, path), RemoteRepository.Of(url));

    [Theory]
    [InlineData("/home/me/gitlab")]
    [InlineData("../gitlab")]
    [InlineData("https://github.com")]
    [InlineData("")]
    [InlineData(null)]
    public void A_folder_and_a_host_alone_are_none(string? url) => Assert.Null(RemoteRepository.Of(url));

    [Theory]
    [InlineData("https://gitlab.com/acme/shop.git", true)]
    [InlineData("git@gitlab.example.com:acme/shop.git", true)]
    [InlineData("https://github.com/acme/gitlab-tools.git", false)]
    [InlineData("https://gitlab@github.com/acme/shop.git", false)]
    public void Only_a_host_s_name_says_that_it_is_GitLab(string url, bool isGitLab) => Assert.Equal(isGitLab, RemoteRepository.Of(url)?.IsOnGitLab);
}

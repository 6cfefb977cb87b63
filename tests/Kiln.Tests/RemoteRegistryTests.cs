namespace Kiln.Tests;

public sealed class RemoteRegistryTests
{
    [Theory]
    [InlineData("https://github.com/Acme/shop.git", "ghcr.io/acme")]
    [InlineData("git@github.com:acme/shop.git", "ghcr.io/acme")]
    [InlineData("ssh://git@github.com/acme/shop", "ghcr.io/acme")]
    [InlineData("https://gitlab.com/acme/web/shop.git", "registry.gitlab.com/acme/web/shop")]
    [InlineData("git@gitlab.com:acme/shop.git", "registry.gitlab.com/acme/shop")]
    [InlineData("https://git.example.com/acme/shop.git", "127.0.0.1:5000")]
    [InlineData("https://github.com/acme", "127.0.0.1:5000")]
    [InlineData("https://github.com.example.com/acme/shop", "127.0.0.1:5000")]
    [InlineData("https://gitlab.com/acme/sh op", "127.0.0.1:5000")]
    [InlineData("", "127.0.0.1:5000")]
    [InlineData(null, "127.0.0.1:5000")]
    public void A_repository_s_registry_is_its_host_s_where_that_is_known(string? remote, string registry) =>
        Assert.Equal(registry, RegistryNamespace.OfRemote(remote, new Dictionary<string, string?>()).ToString());

    [Theory]
    [InlineData("https://gitlab.example.com/acme/shop.git", "true", "registry.gitlab.example.com/acme/shop", "registry.gitlab.example.com/acme/shop")]
    [InlineData("https://git.example.com/acme/shop.git", "true", "git.example.com:5050/acme/shop", "git.example.com:5050/acme/shop")]
    [InlineData(null, "true", "git.example.com:5050/acme/shop", "git.example.com:5050/acme/shop")]
    [InlineData("https://github.com/acme/shop.git", "true", "registry.gitlab.com/mirrors/shop", "ghcr.io/acme")]
    [InlineData("https://gitlab.example.com/acme/shop.git", "true", "", "127.0.0.1:5000")]
    [InlineData("https://gitlab.example.com/acme/shop.git", null, "registry.gitlab.example.com/acme/shop", "127.0.0.1:5000")]
    public void In_a_job_of_GitLab_s_the_job_knows_the_registry_of_any_other_host(string? remote, string? inJob, string image, string registry) =>
        Assert.Equal(registry, RegistryNamespace.OfRemote(remote, new Dictionary<string, string?> { ["GITLAB_CI"] = inJob, ["CI_REGISTRY_IMAGE"] = image }).ToString());
}

using CsCheck;
using Kiln.Dockerfiles;

namespace Kiln.Tests.Dockerfiles;

public sealed class RemoteSourceTests
{
    const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("app.tar.gz")]
    [InlineData("/src/*.csproj")]
    [InlineData("./https://example.com/a.git")]
    [InlineData("../git@example.com:a.git")]
    [InlineData("github.com/docker/cli")]
    [InlineData("github.com/docker/cli.git#v1")]
    [InlineData("gitlab.com/a/b.git")]
    [InlineData("ftp://example.com/a.git")]
    [InlineData("git+ssh://git@example.com/a.git")]
    [InlineData("https:/example.com/a.git")]
    [InlineData("HTTPS://example.com/a.tar.gz")]
    [InlineData("ssh://git@example.com:team/a.git")] // no port, so no address
    [InlineData("git@example.com/a.git")]
    [InlineData("git@example.com:a.git?ref=%zz")]
    [InlineData("file with@blank:in it")]
    public void A_path_in_the_context_is_local(string source)
    {
        var local = RemoteSource.Of(source);

        Assert.Equal(new RemoteSource.Local(source), local);
        Assert.Null(local.PolicyIdentifier);
    }

    [Theory]
    [InlineData("https://example.com/a.tar.gz")]
    [InlineData("http://example.com")]
    [InlineData("https://example.com/a.tar.gz?token=x#top")]
    [InlineData("https://github.com/docker/cli")]
    [InlineData("https://github.com/docker/cli.git/info/refs")]
    [InlineData("https://example.com/a.tar.gz?of=b.git")]
    [InlineData("https://example.com/a.GIT")]
    [InlineData("https://example.com:port/a.git")]
    [InlineData("https://example.com:80:80/a.git")]
    [InlineData("https://exa mple.com/a.git")]
    [InlineData("https://example.com/%zz.git")]
    public void What_comes_over_http_is_a_file_unless_its_path_ends_in_git(string source)
    {
        var url = RemoteSource.Of(source);

        Assert.Equal(new RemoteSource.Url(source), url);
        Assert.Equal(source, url.PolicyIdentifier);
    }

    [Theory]
    // source | remote | reference | subdirectory | identifier
    [InlineData("https://github.com/docker/cli.git", "https://github.com/docker/cli.git", null, null,
        "git://github.com/docker/cli.git")]
    [InlineData("https://github.com/docker/cli.git#v1", "https://github.com/docker/cli.git", "v1", null,
        "git://github.com/docker/cli.git#v1")]
    [InlineData("https://github.com/docker/cli.git#v1:docs/man", "https://github.com/docker/cli.git", "v1", "docs/man",
        "git://github.com/docker/cli.git#v1:docs/man")]
    [InlineData("https://github.com/docker/cli.git#:docs", "https://github.com/docker/cli.git", null, "docs",
        "git://github.com/docker/cli.git#:docs")]
    [InlineData("https://h/a.git#", "https://h/a.git", null, null, "git://h/a.git")]
    [InlineData("https://h/a.git#v1:", "https://h/a.git", "v1", null, "git://h/a.git#v1")]
    [InlineData("https://h/a.git#v1:/x/../y/", "https://h/a.git", "v1", "y", "git://h/a.git#v1:y")]
    [InlineData("http://h/a.git", "http://h/a.git", null, null, "git://h/a.git")]
    [InlineData("HTTPS://h/a.git", "https://h/a.git", null, null, "git://h/a.git")]
    [InlineData("git://h/a", "git://h/a", null, null, "git://h/a")]
    [InlineData("git://h/a.git#main", "git://h/a.git", "main", null, "git://h/a.git#main")]
    [InlineData("ssh://git@h:22/a.git#v1", "ssh://git@h:22/a.git", "v1", null, "git://h:22/a.git#v1")]
    [InlineData("git@github.com:docker/cli.git", "git@github.com:docker/cli.git", null, null,
        "git://github.com/docker/cli.git")]
    [InlineData("git@h:a#v1:b", "git@h:a", "v1", "b", "git://h/a#v1:b")]
    [InlineData("git@h:22/a.git", "git@h:22/a.git", null, null, "git://h/22/a.git")]
    [InlineData("https://me:secret@h/a.git#v1", "https://me:secret@h/a.git", "v1", null, "git://h/a.git#v1")]
    [InlineData("https://h:8443/a.git", "https://h:8443/a.git", null, null, "git://h:8443/a.git")]
    [InlineData("https://[::1]:80/a.git", "https://[::1]:80/a.git", null, null, "git://[::1]:80/a.git")]
    [InlineData("https://h//b/../a.git", "https://h//b/../a.git", null, null, "git://h/a.git")]
    [InlineData("https://h/a%20b.git", "https://h/a%20b.git", null, null, "git://h/a b.git")]
    [InlineData("https://h/a b.git", "https://h/a%20b.git", null, null, "git://h/a b.git")]
    [InlineData("https://h/a.git#a%2Fb", "https://h/a.git", "a/b", null, "git://h/a.git#a/b")]
    [InlineData("https://h/a.git?", "https://h/a.git?", null, null, "git://h/a.git")]
    public void A_repository_is_known_by_host_and_path_whatever_the_protocol(
        string source, string remote, string? reference, string? subdirectory, string identifier)
    {
        var git = RemoteSource.Of(source);

        Assert.Equal(new RemoteSource.Git(remote, reference, subdirectory), git);
        Assert.Equal(identifier, git.PolicyIdentifier);
    }

    [Theory]
    [InlineData("ref=v1", "v1", null, "#v1")]
    [InlineData("ref=v1#v1", "v1", null, "#v1")]
    [InlineData("tag=v1", "refs/tags/v1", null, "#refs/tags/v1")]
    [InlineData("tag=refs/tags/v1", "refs/tags/v1", null, "#refs/tags/v1")]
    [InlineData("branch=main", "refs/heads/main", null, "#refs/heads/main")]
    [InlineData("tag=v1#refs/tags/v1", "refs/tags/v1", null, "#refs/tags/v1")]
    [InlineData("subdir=docs", null, "docs", "#:docs")]
    [InlineData("ref=v1&subdir=docs", "v1", "docs", "#v1:docs")]
    [InlineData("subdir=docs#v1:docs", "v1", "docs", "#v1:docs")]
    [InlineData("ref=a%2Fb+c", "a/b c", null, "#a/b c")]
    [InlineData("subdir=/x/../y", null, "/x/../y", "#:y")] // cleaned by the engine only
    [InlineData("mtime=commit", null, null, "")]
    public void A_query_can_say_what_the_fragment_says(
        string query, string? reference, string? subdirectory, string identifier)
    {
        var git = RemoteSource.Of($"https://h/a.git?{query}");

        Assert.Equal(new RemoteSource.Git("https://h/a.git", reference, subdirectory), git);
        Assert.Equal($"git://h/a.git{identifier}", git.PolicyIdentifier);
    }

    [Theory]
    [InlineData("https://h/a.git", "")]
    [InlineData("git@h:a.git", "")]
    [InlineData("https://h/a.git", "#v1")]
    public void A_query_can_ask_for_a_commit_without_changing_the_identifier(string remote, string fragment)
    {
        var git = RemoteSource.Of($"{remote}?commit={Commit}{fragment}");

        Assert.Equal(Commit, Assert.IsType<RemoteSource.Git>(git).Checksum);
        Assert.Equal($"git://h/a.git{fragment}", git.PolicyIdentifier);
    }

    [Fact]
    public void A_query_can_set_switches()
    {
        var git = new RemoteSource.Git("https://h/a.git");

        Assert.Equal(git with { KeepsGitDirectory = true }, RemoteSource.Of("https://h/a.git?keep-git-dir"));
        Assert.Equal(git with { KeepsGitDirectory = false }, RemoteSource.Of("https://h/a.git?keep-git-dir=0"));
        Assert.Equal(git with { FetchesSubmodules = false }, RemoteSource.Of("https://h/a.git?submodules=false"));
        Assert.Equal(
            git with { IsFetchedByCommit = true, Checksum = "ab" },
            RemoteSource.Of("https://h/a.git?fetch-by-commit&checksum=ab"));
    }

    [Theory]
    [InlineData("https://h/a.git?ref=v1#v2", "it names two references, 'v2' and 'v1'")]
    [InlineData("https://h/a.git?tag=v1#v1", "it names two references, 'v1' and 'refs/tags/v1'")]
    [InlineData("https://h/a.git?branch=b&tag=v1", "it names two references, 'refs/tags/v1' and 'refs/heads/b'")]
    [InlineData("https://h/a.git?subdir=x#v1:y", "it names two folders, 'y' and 'x'")]
    [InlineData("https://h/a.git?ref=v1&ref=v1", "'ref' is given more than once")]
    [InlineData("https://h/a.git?ref=", "'ref' has no value")]
    [InlineData("https://h/a.git?submodules=yes", "'submodules' can be 'true' or 'false', not 'yes'")]
    [InlineData("https://h/a.git?mtime=now", "'mtime' can be 'checkout' or 'commit', not 'now'")]
    [InlineData("https://h/a.git?token=x", "'token' is no option of a repository")]
    [InlineData("git@h:a.git?token=x", "'token' is no option of a repository")]
    [InlineData("github.com/a/b?token=x", "'token' is no option of a repository")]
    public void A_repository_that_contradicts_itself_is_refused(string source, string reason)
    {
        var refused = RemoteSource.Of(source);

        Assert.Equal(new RemoteSource.Refused(reason), refused);
        Assert.Null(refused.PolicyIdentifier);
    }

    [Fact]
    public void Any_text_is_some_source()
    {
        string[] signs =
            ["https://", "git://", "git@", "h", "/", ".git", "?", "#", ":", "&", "=", "%", "[", "]", "ref", "é"];
        var sources = Gen.OneOf(
            Gen.Int[0, signs.Length - 1].Select(x => signs[x]),
            Gen.Char.Select(x => x.ToString())).Array[0, 15].Select(string.Concat);

        sources.Sample(
            source => RemoteSource.Of(source) switch
            {
                RemoteSource.Git git => git.PolicyIdentifier.StartsWith("git://", StringComparison.Ordinal),
                RemoteSource.Url url => url.PolicyIdentifier == source,
                var other => other.PolicyIdentifier is null,
            },
            iter: 10_000);
    }
}

using Kiln.Commits;

namespace Kiln.Tests.Commits;

public sealed class HostedReferenceTests
{
    static HostedReference? Of(params (string Name, string Value)[] variables) =>
        HostedReference.Of(variables.ToDictionary(x => x.Name, x => (string?)x.Value));

    [Theory]
    [InlineData("refs/heads/feature/x", "", "feature/x", null, null)]
    [InlineData("refs/tags/v1.4.2", "", null, "v1.4.2", null)]
    [InlineData("refs/pull/12/merge", "main", null, null, "12")]
    [InlineData("refs/heads/main", "evil", null, null, null)]
    [InlineData("", "", null, null, null)]
    public void GitHub_tells_by_ref_and_head(string full, string head, string? branch, string? tag, string? request)
    {
        var found = Of(("GITHUB_ACTIONS", "true"), ("GITHUB_REF", full), ("GITHUB_HEAD_REF", head));

        Assert.Equal(new HostedReference { Branch = branch, Tag = tag, PullRequest = request }, found);
    }

    [Theory]
    [InlineData("feature/x", "", "", "feature/x", null, null)]
    [InlineData("v1.4.2", "v1.4.2", "", null, "v1.4.2", null)]
    [InlineData("main", "", "7", null, null, "7")]
    public void GitLab_tells_by_three_variables(string name, string tagName, string iid, string? branch, string? tag, string? request)
    {
        var found = Of(("GITLAB_CI", "true"), ("CI_COMMIT_REF_NAME", name), ("CI_COMMIT_TAG", tagName), ("CI_MERGE_REQUEST_IID", iid));

        Assert.Equal(new HostedReference { Branch = branch, Tag = tag, PullRequest = request }, found);
    }

    [Fact]
    public void Elsewhere_no_host_is_asked() =>
        Assert.Null(Of(("GITHUB_REF", "refs/heads/main"), ("CI_COMMIT_REF_NAME", "main")));
}

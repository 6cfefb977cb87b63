namespace Kiln.Components.Tests.Documentation;

/// <summary>Links within the repository; the network is not asked for others.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Links_lead_to_files_that_are_there_and_to_headings_that_they_have() => Problems.ExpectNone(Pages.All
        .SelectMany(page => page.Links.Where(x => !x.Target.Contains(':') && !IsThere(page, x.Target)).Select(x => $"{page.Name}:{x.Line}: {x.Target} is not there")));

    [Theory]
    [InlineData("locks.md", true)]
    [InlineData("../../samples/custom", true)]
    [InlineData("#no-engine-at-all", true)]
    [InlineData("ci-jobs.md#several-machines", true)]
    [InlineData("lock.md", false)]
    [InlineData("#no-engine", false)]
    [InlineData("ci.md#no-engine-at-all", false)]
    public void A_link_is_followed_from_its_page(string target, bool isThere) => Assert.Equal(isThere, IsThere(new Page("docs/guides/engines.md"), target));

    static bool IsThere(Page page, string target)
    {
        var (file, anchor) = target.Split('#', 2) is [var before, var behind] ? (before, behind) : (target, null);
        var path = file == "" ? page.Name : Path.Combine(Path.GetDirectoryName(page.Name)!, file);
        return Path.Exists(Repository.PathTo(path)) && (anchor is null || new Page(path).Anchors.Contains(anchor));
    }
}

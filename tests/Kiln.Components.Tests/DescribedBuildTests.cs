using System.Text.Json;
using Kiln.Components.Running.Describing;
using Nuke.Common;
using Assert = Xunit.Assert;

namespace Kiln.Components.Tests;

/// <summary>What builds say of their own, in all the ways that NUKE has for it.</summary>
public sealed class DescribedBuildTests
{
    static readonly JsonElement Described = JsonDocument.Parse(BuildDescription.Of(new OwnBuild(), [])).RootElement;

    [Fact]
    public void A_component_that_is_named_without_its_target_is_meant_by_its_only_one() => Assert.Equal(["Scan"], ListOf("Deploy", "dependsOn"));

    [Fact]
    public void What_a_base_class_says_of_a_target_counts_where_the_target_asks_for_it()
    {
        Assert.Equal(["Lint", "StopEngine"], ListOf("Verify", "after"));
        Assert.Equal(["all/*", "some/*"], ListOf("Verify", "produces"));
    }

    [Fact]
    public void A_target_that_inherits_from_a_component_says_what_the_component_says_and_more()
    {
        Assert.Equal(["Lint", "Restore", "Verify"], ListOf("DockerBuild", "dependsOn"));
        Assert.Equal("Builds what Verify let through", Target("DockerBuild").GetProperty("description").GetString());
    }

    [Fact]
    public void A_component_s_prefix_belongs_to_its_parameters() =>
        Assert.Equal(("--shop-region", "SHOP_REGION"), ArgumentAndVariable("ShopRegion"));

    [Theory]
    [InlineData("GitHubToken", "--github-token", "GITHUB_TOKEN")]
    [InlineData("NuGetFeedURL", "--nuget-feed-url", "NUGET_FEED_URL")]
    public void Arguments_are_written_as_the_engine_s_own_help_does(string name, string argument, string variable) =>
        Assert.Equal((argument, variable), ArgumentAndVariable(name));

    static JsonElement Target(string name) => Described.GetProperty("targets").EnumerateArray().Single(x => x.GetProperty("name").GetString() == name);

    static IEnumerable<string?> ListOf(string target, string list) => Target(target).GetProperty(list).EnumerateArray().Select(x => x.GetString());

    static (string?, string?) ArgumentAndVariable(string name)
    {
        var parameter = Described.GetProperty("parameters").EnumerateArray().Single(x => x.GetProperty("name").GetString() == name);
        return (parameter.GetProperty("argument").GetString(), parameter.GetProperty("variable").GetString());
    }

    [ParameterPrefix("Shop")]
    interface IHazRegion : INukeBuild
    {
        [Parameter("Where it runs")]
        string? Region => TryGetValue(() => Region);
    }

    abstract class CommonBuild : NukeBuild, IContainerPipeline
    {
        IEnumerable<ImageSpec> IHazImages.Images => [new("api", "api")];

        IEnumerable<RegistryNamespace> IHazRegistries.Registries => [];

        public virtual Target Verify => _ => _
            .TryAfter<ILint>()
            .Produces("all/*");
    }

    sealed class OwnBuild : CommonBuild, IHazRegion
    {
        [Parameter("For GitHub")]
        readonly string? GitHubToken = null;

        [Parameter("For packages")]
        readonly string? NuGetFeedURL = null;

        public override Target Verify => _ => _
            .Base()
            .After<IStopEngine>(x => x.StopEngine)
            .Produces("some/*");

        public Target DockerBuild => _ => _
            .Inherit<IDockerBuild>(x => x.DockerBuild)
            .Description("Builds what Verify let through")
            .DependsOn(Verify);

        Target Deploy => _ => _
            .DependsOn<IScan>()
            .Requires(() => GitHubToken, () => NuGetFeedURL);
    }
}

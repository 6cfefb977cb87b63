using Kiln.Buildx;
using Kiln.Locking;

namespace Kiln.Components.Tests;

public sealed class DefaultTests
{
    readonly IContainerPipeline _build = new SmallBuild();

    [Fact]
    public void A_build_that_says_nothing_starts_no_engine_and_fetches_from_the_origins()
    {
        Assert.Equal(EngineBootstrap.Never, _build.EngineBootstrap);
        Assert.Equal(Builder.Auto, _build.Builder);
        Assert.Empty(_build.Mirrors);
        Assert.Empty(_build.Floats);
        Assert.Empty(_build.Credentials);
    }

    [Fact]
    public void The_lock_lies_at_the_root_and_is_frozen_on_CI_only()
    {
        Assert.Equal(_build.RootDirectory / "kiln.lock", _build.LockFile);
        Assert.Equal(_build.IsServerBuild ? LockMode.Frozen : LockMode.Add, _build.LockMode);
    }

    [Fact]
    public void A_clean_up_lists_and_deletes_nothing_until_it_is_told_to()
    {
        Assert.False(_build.DeleteLeftovers);
        Assert.Equal(new TagRetention { KeepNewest = 10, OlderThan = TimeSpan.FromDays(30), ClosedRequests = true, Keep = [], Expires = [] }, _build.TagRetention);
    }

    [Fact]
    public void Each_component_has_one_target()
    {
        var components = typeof(IContainerPipeline).GetInterfaces().Where(x => x.Namespace == "Kiln.Components");

        var targets = components.ToDictionary(x => x.Name, x => x.GetProperties().Where(y => y.PropertyType == typeof(Nuke.Common.Target)).Select(y => y.Name));

        Assert.All(targets, x => Assert.Equal(x.Key.StartsWith("IHaz", StringComparison.Ordinal) ? 0 : 1, x.Value.Count()));
        Assert.Equal(
            ["Advise", "Assemble", "CleanUp", "Comment", "CreateCheckRun", "Describe", "DockerBuild", "ExplainWorkflow", "FixDockerfiles", "GenerateWorkflow", "Lint", "ListStale", "Promote", "Push", "Restore", "Scaffold", "Scan", "SmokeTest", "StartEngine", "StopEngine", "UpdateLock", "VerifyWorkflow"],
            targets.SelectMany(x => x.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_target_hands_to_the_next_cannot_be_asked_for_before()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _build.ContainerEngine);

        Assert.Equal("StartEngine finds the engine; a target that uses it depends on it.", error.Message);
    }
}

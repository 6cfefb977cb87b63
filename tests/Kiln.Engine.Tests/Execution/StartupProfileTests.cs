using Kiln.Engine.Execution;

namespace Kiln.Engine.Tests.Execution;

public sealed class StartupProfileTests
{
    [Theory]
    [InlineData(new string[0], "default.profile")]
    [InlineData(new[] { "DockerBuild", "Push" }, "dockerbuild+push.profile")]
    [InlineData(new[] { "../../etc/passwd" }, "etcpasswd.profile")]
    public void Targets_name_the_profile_and_nothing_else_of_the_file(string[] targets, string expected) =>
        Assert.Equal(expected, StartupProfile.NameOf(targets));

    [Fact]
    public void Many_targets_have_a_name_that_a_file_system_takes() =>
        Assert.InRange(StartupProfile.NameOf([.. Enumerable.Repeat("Target", 90)]).Length, 100, 120);
}

using Kiln.Buildx.Builders;

namespace Kiln.Tests.Buildx.Builders;

/// <summary>Texts as buildx 0.29 and, where that is said, older and newer ones print them.</summary>
public class BuilderReaderTests
{
    [Fact]
    public void The_engines_own_builder_is_one_node_with_its_platforms()
    {
        var facts = BuilderReader.Read(
            """
            Name:   default
            Driver: docker

            Nodes:
            Name:             default
            Endpoint:         default
            Status:           running
            BuildKit version: v0.25.1
            Platforms:        linux/amd64, linux/amd64/v2, linux/386
            Labels:
             org.mobyproject.buildkit.worker.hostname:             vm
            GC Policy rule#0:
             All:            false
            """);

        Assert.True(facts is { Name: "default", IsOfEngine: true, IsAsleep: false, Error: null });
        Assert.Equal(
            new NodeFacts
            {
                Name = "default",
                Endpoint = "default",
                Status = "running",
                BuildKitVersion = "v0.25.1",
                Platforms = [Platform.LinuxAmd64, Platform.LinuxAmd64V2, Platform.Linux386],
            },
            Assert.Single(facts.Nodes));
    }

    [Fact]
    public void Servers_that_do_not_answer_sleep_and_their_platforms_are_those_that_were_asked_for()
    {
        var facts = BuilderReader.Read(
            """
            Name:          kiln-aaa
            Driver:        remote
            Last Activity: 2026-11-27 18:22:46 +0000 UTC

            Nodes:
            Name:      kiln-aaa-0
            Endpoint:  unix:///run/bk.sock
            Status:    inactive
            Platforms: linux/amd64*

            Name:           kiln-aaa-1
            Endpoint:       tcp://127.0.0.1:1234
            Driver Options: cacert="/tls/ca.pem" cert="/tls/c.pem" key="/tls/k.pem"
            Status:         inactive
            Platforms:      linux/arm64*
            """);

        Assert.True(facts is { Driver: "remote", IsOfEngine: false, IsAsleep: true });
        Assert.Equal(
            [("kiln-aaa-0", "unix:///run/bk.sock", Platform.LinuxAmd64), ("kiln-aaa-1", "tcp://127.0.0.1:1234", Platform.LinuxArm64)],
            facts.Nodes.Select(x => (x.Name, x.Endpoint, x.Platforms.Single())));
    }

    [Fact]
    public void A_container_tells_its_flags_its_configuration_and_groups_of_platforms()
    {
        var facts = BuilderReader.Read(
            """
            Name:          kiln-0a1b2c3d4e5f
            Driver:        docker-container

            Nodes:
            Name:                  kiln-0a1b2c3d4e5f-0
            Endpoint:              default
            Status:                running
            BuildKit daemon flags: --allow-insecure-entitlement=network.host --allow-insecure-entitlement=security.insecure
            BuildKit version:      v0.32.2
            Platforms:             linux/amd64 (+3), linux/arm64, linux/arm (+2)
            File#buildkitd.toml:
             > debug = true
            """);

        var node = Assert.Single(facts.Nodes);
        Assert.Equal(["--allow-insecure-entitlement=network.host", "--allow-insecure-entitlement=security.insecure"], node.Flags);
        Assert.True(node.HasConfiguration);
        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64, Platform.LinuxArmV7], node.Platforms);
        Assert.True(node.Runs(Platform.LinuxAmd64V3));
        Assert.False(node.Runs(Platform.LinuxRiscV64));
    }

    [Fact]
    public void Older_buildx_has_other_words()
    {
        var facts = BuilderReader.Read(
            """
            Name:   mine
            Driver: docker-container
            Nodes:
            Name:      mine0
            Endpoint:  unix:///var/run/docker.sock
            Status:    running
            Flags:     --allow-insecure-entitlement network.host
            Buildkit:  v0.11.6
            Platforms: linux/amd64
            """);

        Assert.Equal("v0.11.6", facts.Nodes[0].BuildKitVersion);
        Assert.Equal(["--allow-insecure-entitlement", "network.host"], facts.Nodes[0].Flags);
    }

    [Fact]
    public void Errors_of_the_builder_and_of_a_node_are_told_apart()
    {
        var broken = BuilderReader.Read("Name: mine\nDriver: docker-container\nError: context deadline exceeded\n");
        var half = BuilderReader.Read("Name: mine\nDriver: remote\n\nNodes:\nName: a\nError: no such host\n\nName: b\nStatus: running\n");

        Assert.Equal("context deadline exceeded", broken.Error);
        Assert.Null(half.Error);
        Assert.Equal(["no such host", null], half.Nodes.Select(x => x.Error));
    }

    [Fact]
    public void Text_that_is_no_builder_is_the_engines_own_of_which_nothing_is_known() =>
        Assert.Equal(new BuilderFacts(), BuilderReader.Read(""));
}

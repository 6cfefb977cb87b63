using Kiln.Buildx.Builders;
using static Kiln.Tests.Buildx.Builders.BuilderSamples;

namespace Kiln.Tests.Buildx.Builders;

public class BuilderPlanTests
{
    [Fact]
    public void A_container_has_a_pinned_image_and_the_usual_entitlement_and_stands_beside_the_engine()
    {
        var commands = CommandsOf(PlanOf(Builder.Container(Pinned)));

        Assert.Equal(
            [
                $"create --name NAME --node NAME-0 --driver docker-container --driver-opt image=docker.io/{Pinned} "
                + "--buildkitd-flags --allow-insecure-entitlement=network.host",
            ],
            commands);
    }

    [Fact]
    public void What_nobody_names_is_an_image_with_a_digest()
    {
        Assert.All(
            new Builder[] { Builder.Container(), Builder.Kubernetes(), Builder.Kubernetes() with { IsRootless = true } },
            x => Assert.NotNull(BuilderPlans.ImageOf(x)!.Digest));
        Assert.Contains("rootless", BuilderPlans.ImageOf(Builder.Kubernetes() with { IsRootless = true })!.Tag);
    }

    [Fact]
    public void All_that_a_container_can_be_told_arrives()
    {
        var builder = Builder.Container(Pinned) with
        {
            Nodes =
            [
                new ContainerNode { Platforms = [Platform.LinuxAmd64, Platform.Linux386] },
                new ContainerNode("ssh://arm64.example.com") { Platforms = [Platform.LinuxArm64] },
            ],
            HasHostNetwork = true,
            Entitlements = [Entitlement.InsecureSecurity, Entitlement.Device("nvidia.com/gpu=all")],
            HttpRegistries = ["registry.local:5000"],
            Memory = "8g",
            Processors = 2.5,
            Variables = [new("NO_PROXY", "a,b")],
            DriverOptions = [new("cgroup-parent", "builds")],
        };

        var plan = PlanOf(builder);

        var options = $"--driver-opt cgroup-parent=builds --driver-opt cpu-period=100000 --driver-opt cpu-quota=250000 --driver-opt \"env.NO_PROXY=a,b\" "
            + $"--driver-opt image=docker.io/{Pinned} --driver-opt memory=8g --driver-opt network=host "
            + "--buildkitd-flags --allow-insecure-entitlement=network.host --allow-insecure-entitlement=security.insecure "
            + "--buildkitd-config /configuration/buildkitd.toml";
        Assert.Equal(
            [
                $"create --name NAME --node NAME-0 --driver docker-container --platform linux/amd64,linux/386 {options}",
                $"create --name NAME --node NAME-1 --append --driver docker-container --platform linux/arm64 {options} ssh://arm64.example.com",
            ],
            CommandsOf(plan));
        Assert.Equal("[registry.\"registry.local:5000\"]\n  http = true\n", plan.Nodes[0].Configuration);
    }

    [Theory]
    [InlineData(false, false, null, false)]
    [InlineData(true, false, null, true)]
    [InlineData(false, true, null, true)]
    [InlineData(true, true, false, false)]
    [InlineData(false, false, true, true)]
    public void A_container_shares_the_machines_network_where_it_must_or_is_told(
        bool needsLoopback, bool lacksBridge, bool? told, bool expected)
    {
        var site = new BuilderSite(BakeSamples.Engine with { LacksBridge = lacksBridge }, needsLoopback);

        var plan = PlanOf(Builder.Container(Pinned) with { HasHostNetwork = told }, site);

        Assert.Equal(expected, plan.Nodes[0].Options.GetValueOrDefault("network") == "host");
    }

    [Fact]
    public void Ones_own_configuration_keeps_the_entitlements_that_it_grants()
    {
        var builder = Builder.Container(Pinned) with { ConfigurationFile = "buildkitd.toml", HttpRegistries = ["ignored.example.com"] };

        var node = BuilderPlans.Of(builder, Site, configuration: "debug = true\n")!.Nodes[0];

        Assert.Equal("debug = true\n", node.Configuration);
        Assert.Empty(node.Flags);
    }

    [Fact]
    public void Servers_have_addresses_platforms_and_certificates()
    {
        var tls = new MutualTls("/tls/ca.pem", "/tls/cert.pem", "/tls/key.pem") { ServerName = "buildkit" };

        var commands = CommandsOf(PlanOf(Builder.Remote(
            new RemoteNode("tcp://amd64.example.com:1234") { Platforms = [Platform.LinuxAmd64], Tls = tls },
            new RemoteNode("unix:///run/buildkit/arm64.sock") { Platforms = [Platform.LinuxArm64] })));

        Assert.Equal(
            [
                "create --name NAME --node NAME-0 --driver remote --platform linux/amd64 --driver-opt cacert=/tls/ca.pem "
                + "--driver-opt cert=/tls/cert.pem --driver-opt key=/tls/key.pem --driver-opt servername=buildkit tcp://amd64.example.com:1234",
                "create --name NAME --node NAME-1 --append --driver remote --platform linux/arm64 unix:///run/buildkit/arm64.sock",
            ],
            commands);
    }

    [Fact]
    public void Pods_have_replicas_machines_and_amounts()
    {
        var builder = Builder.Kubernetes("builds") with
        {
            IsRootless = true,
            ServiceAccount = "kiln",
            DriverOptions = [new("timeout", "5m")],
            Nodes =
            [
                new ClusterNode
                {
                    Platforms = [Platform.LinuxArm64],
                    Replicas = 4,
                    Selector = [new("kubernetes.io/arch", "arm64"), new("pool", "builds")],
                    Requests = new PodResources("500m", "2Gi"),
                    Limits = new PodResources("4", "8Gi", "50Gi"),
                },
            ],
        };

        var commands = CommandsOf(PlanOf(builder));

        Assert.Equal(
            [
                "create --name NAME --node NAME-0 --driver kubernetes --platform linux/arm64 "
                + $"--driver-opt image={BuildKitImages.Rootless} --driver-opt limits.cpu=4 --driver-opt limits.ephemeral-storage=50Gi "
                + "--driver-opt limits.memory=8Gi --driver-opt namespace=builds "
                + "--driver-opt \"nodeselector=kubernetes.io/arch=arm64,pool=builds\" --driver-opt replicas=4 "
                + "--driver-opt requests.cpu=500m --driver-opt requests.memory=2Gi --driver-opt rootless=true "
                + "--driver-opt serviceaccount=kiln --driver-opt timeout=5m --buildkitd-flags --allow-insecure-entitlement=network.host",
            ],
            commands);
    }

    [Fact]
    public void One_description_has_one_name_and_every_change_another()
    {
        Builder[] all =
        [
            Builder.Container(Pinned),
            Builder.Container("moby/buildkit:v0.31.0"),
            Builder.Container(Pinned) with { HasHostNetwork = true },
            Builder.Container(Pinned) with { Entitlements = [Entitlement.InsecureSecurity] },
            Builder.Container(Pinned) with { HttpRegistries = ["a:1"] },
            Builder.Container(Pinned) with { Memory = "1g" },
            Builder.Container(Pinned) with { Processors = 1 },
            Builder.Container(Pinned) with { Variables = [new("A", "b")] },
            Builder.Container(Pinned) with { DriverOptions = [new("cgroup-parent", "b")] },
            Builder.Container(Pinned) with { Nodes = [new ContainerNode { Platforms = [Platform.LinuxAmd64] }] },
            Builder.Container(Pinned) with { Nodes = [new ContainerNode("other")] },
            Builder.Remote("unix:///a"),
            Builder.Remote("unix:///b"),
            Builder.Remote(new RemoteNode("unix:///a") { Tls = new MutualTls("/a", "/b", "/c") }),
            Builder.Kubernetes(),
            Builder.Kubernetes("a"),
            Builder.Kubernetes() with { Nodes = [new ClusterNode { Replicas = 2 }] },
        ];

        var names = all.Select(x => PlanOf(x).Name).ToArray();

        Assert.Equal(names, all.Select(x => PlanOf(x).Name));
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, x => Assert.Matches("^kiln-[0-9a-f]{12}$", x));
    }

    [Fact]
    public void Another_engine_or_cluster_has_a_builder_of_its_own()
    {
        var elsewhere = new BuilderSite(BakeSamples.Engine with { Origin = "another test" }, ClusterConfiguration: "/other");

        Assert.NotEqual(PlanOf(Builder.Container(Pinned)).Name, PlanOf(Builder.Container(Pinned), elsewhere).Name);
        Assert.NotEqual(PlanOf(Builder.Kubernetes()).Name, PlanOf(Builder.Kubernetes(), elsewhere).Name);
        Assert.Equal(PlanOf(Builder.Remote("unix:///a")).Name, PlanOf(Builder.Remote("unix:///a"), elsewhere).Name);
    }

    [Fact]
    public void What_is_there_already_is_not_made() =>
        Assert.All([Builder.Auto, Builder.Engine, Builder.Existing("mine")], x => Assert.Null(BuilderPlans.Of(x, Site)));
}

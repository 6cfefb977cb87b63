using Kiln.Buildx;
using Nuke.Common;

namespace Kiln.Components.Tests.Guides;

/// <summary>The examples of docs/guides/engines.md, so that what people copy compiles. Each is a build of its own.</summary>
static class EngineGuide
{
    public abstract class Examples : NukeBuild, IHazContainerEngine;

    public sealed class Choice : Examples, IHazContainerEngine
    {
        Builder IHazContainerEngine.Builder => Builder.Auto;
    }

    public sealed class Container : Examples, IHazContainerEngine
    {
        Builder IHazContainerEngine.Builder => Builder.Container() with
        {
            Memory = "8g",
            Processors = 4,
            Entitlements = [Entitlement.InsecureSecurity],
        };
    }

    public sealed class Containers : Examples, IHazContainerEngine
    {
        Builder IHazContainerEngine.Builder => Builder.Container() with
        {
            Nodes =
            [
                new ContainerNode { Platforms = [Platform.LinuxAmd64] },
                new ContainerNode("ssh://arm64.example.com") { Platforms = [Platform.LinuxArm64] },
            ],
        };
    }

    public sealed class Servers : Examples, IHazContainerEngine
    {
        Builder IHazContainerEngine.Builder => Builder.Remote(
            new RemoteNode("tcp://amd64.example.com:1234") { Platforms = [Platform.LinuxAmd64], Tls = Certificates },
            new RemoteNode("tcp://arm64.example.com:1234") { Platforms = [Platform.LinuxArm64], Tls = Certificates });

        static MutualTls Certificates => new("/run/secrets/ca.pem", "/run/secrets/cert.pem", "/run/secrets/key.pem");
    }

    public sealed class Cluster : Examples, IHazContainerEngine
    {
        Builder IHazContainerEngine.Builder => Builder.Kubernetes("builds") with
        {
            IsRootless = true,
            Nodes =
            [
                new ClusterNode
                {
                    Platforms = [Platform.LinuxAmd64],
                    Replicas = 4,
                    Selector = [new("kubernetes.io/arch", "amd64"), new("pool", "builds")],
                    Requests = new PodResources("1", "2Gi"),
                    Limits = new PodResources("4", "8Gi", "50Gi"),
                },
            ],
        };
    }

    public sealed class Bootstrap : Examples, IHazContainerEngine
    {
        EngineBootstrap IHazContainerEngine.EngineBootstrap => EngineBootstrap.WhenMissing;
    }
}

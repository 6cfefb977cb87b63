using Kiln.Buildx;
using Kiln.Commits;
using Kiln.Pushing;

namespace Kiln.Tests.Pushing;

public sealed class PushChecksTests
{
    static PushRequest To(HostedReference? host, params RegistryNamespace[] registries) =>
        new() { Images = [], Registries = [.. registries], Folders = new BuildFolders("root", "artifacts", "temporary"), Host = host };

    [Fact]
    public void On_a_CI_host_a_registry_of_its_own_machine_alone_is_named()
    {
        Assert.Equal("'127.0.0.1:5000', 'localhost:5001/a'", PushChecks.StaysOnHost(To(new HostedReference(), "127.0.0.1:5000", "localhost:5001/a")));
        Assert.Null(PushChecks.StaysOnHost(To(new HostedReference(), "127.0.0.1:5000", "ghcr.io/acme")));
        Assert.Null(PushChecks.StaysOnHost(To(new HostedReference())));
    }

    [Fact]
    public void On_a_laptop_it_is_where_its_images_are_wanted() => Assert.Null(PushChecks.StaysOnHost(To(null, "127.0.0.1:5000")));
}

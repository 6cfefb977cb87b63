using Kiln.Scanning.Programs;

namespace Kiln.Tests.Scanning;

public sealed class ScannerEnvironmentTests
{
    [Fact]
    public void A_scanner_sees_no_tokens_but_its_own_and_no_stored_logins()
    {
        var environment = ScannerEnvironment.For(
            ["TRIVY_DB_REPOSITORY"], "/empty",
            ["PATH", "https_proxy", "TRIVY_DB_REPOSITORY", "TRIVY_SEVERITY", "GITHUB_TOKEN", "REGISTRY_CREDENTIALS", "AWS_SECRET_ACCESS_KEY", "HOME"]);

        Assert.Equal(
            ["AWS_SECRET_ACCESS_KEY", "DOCKER_CONFIG", "GITHUB_TOKEN", "HOME", "REGISTRY_CREDENTIALS", "TRIVY_SEVERITY"], environment.Keys);
        Assert.Equal(["/empty", "/empty"], environment.Values.OfType<string>());
    }

    [Fact]
    public void In_a_container_it_sees_its_own_and_the_proxies_but_nothing_of_this_machine_s_folders() =>
        Assert.Equal(
            ["TRIVY_PASSWORD", "https_proxy"],
            ScannerEnvironment.ForContainer(["TRIVY_PASSWORD", "TRIVY_USERNAME"], ["PATH", "SSL_CERT_FILE", "https_proxy", "TRIVY_PASSWORD", "GITHUB_TOKEN", "HOME"]));
}

using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class EngineInformationTests
{
    [Fact]
    public void An_engine_that_answers_is_known_and_so_is_the_client()
    {
        var information = EngineInformation.Read("""
            {
              "ServerVersion": "28.5.2+dfsg4",
              "DriverStatus": [["driver-type", "io.containerd.snapshotter.v1"]],
              "ClientInfo": { "Context": "colima", "Plugins": [{ "Name": "compose", "Version": "v2.40.3" }, { "Name": "buildx", "Version": "0.29.1+ds1", "Path": "/usr/libexec/docker/cli-plugins/docker-buildx" }] }
            }
            """);

        Assert.Equal(("28.5.2+dfsg4", true), information.Engine);
        Assert.Equal("colima", information.Context);
        Assert.Equal((new Version(0, 29, 1), "/usr/libexec/docker/cli-plugins/docker-buildx"), information.Buildx);
    }

    [Fact]
    public void A_client_that_reaches_no_engine_still_tells_of_itself()
    {
        var information = EngineInformation.Read("""
            { "ServerVersion": "", "DriverStatus": null, "ClientInfo": { "Context": "default", "Plugins": [{ "Name": "buildx", "Version": "v0.30.0" }] } }
            """);

        Assert.Null(information.Engine);
        Assert.Equal((new Version(0, 30, 0), null), information.Buildx);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Cannot connect to the Docker daemon")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "ServerVersion": 28, "ClientInfo": [], "DriverStatus": "x" }""")]
    [InlineData("""{ "ClientInfo": { "Context": "", "Plugins": null } }""")]
    [InlineData("""{ "ClientInfo": { "Plugins": [null, 1, { "Name": "buildx" }] } }""")]
    public void Anything_else_is_no_answer(string text)
    {
        var information = EngineInformation.Read(text);

        Assert.Null(information.Engine);
        Assert.Null(information.Buildx);
        Assert.Equal("default", information.Context);
    }
}

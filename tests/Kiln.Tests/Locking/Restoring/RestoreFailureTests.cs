using Kiln.Oci.Registries;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

public sealed class RestoreFailureTests(RegistryFixture registries) : IDisposable
{
    readonly RestoreBench _bench = new(registries.Open);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_registry_that_wants_credentials_is_named_with_what_was_tried()
    {
        var error = await _bench.RefuseAsync(_bench.Request(_bench.Image("app", $"FROM {registries.Closed}/tool:1\n")));

        var refused = Assert.IsType<RegistryException>(error);
        Assert.Equal(("KILN2002", registries.Closed), (refused.Code, refused.Registry));
        Assert.Contains("Credentials were looked for here: none were looked for.", refused.Message);
    }

    [Fact]
    public async Task Several_that_cannot_be_had_are_one_message()
    {
        var silent = $"127.0.0.1:{FreePort.Find()}";
        var app = _bench.Image("app", $"FROM {silent}/tool:1\nCOPY --from={_bench.Corner}/none:1 /x /x\n");

        var error = await _bench.RefuseAsync(_bench.Request(app));

        Assert.Equal("KILN6010", error.Code);
        Assert.StartsWith("2 inputs cannot be had:\n", error.Message);
        Assert.Contains($"  {silent}/tool:1 (app/Dockerfile:1): KILN6010: What '{silent}/tool:1' means cannot be found out", error.Message);
        Assert.Contains($"  {_bench.Corner}/none:1 (app/Dockerfile:2): KILN2009: The registry", error.Message);
        Assert.False(File.Exists(_bench.LockFile));
    }

    [Theory]
    [InlineData("KILN6004", true)]
    [InlineData("KILN6006", true)]
    [InlineData("KILN6008", true)]
    [InlineData("KILN6010", false)]
    [InlineData("KILN6011", false)]
    public void What_a_person_can_mend_ends_with_2(string code, bool isUsage)
    {
        Assert.Equal(isUsage, new KilnException(code, "").IsUsage);
    }
}

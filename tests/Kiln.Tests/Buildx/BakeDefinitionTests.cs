using System.Text.Json;
using Kiln.Buildx;

namespace Kiln.Tests.Buildx;

public sealed class BakeDefinitionTests
{
    static JsonElement Json(BakeTarget target) =>
        JsonDocument.Parse(new BakeDefinition([target]).ToJson()).RootElement.GetProperty("target").GetProperty(target.Name);

    [Fact]
    public void A_target_that_asks_for_nothing_says_little() =>
        Snapshot.Matches(new BakeDefinition([BakeSamples.Target]).ToJson(), "plain-target.json");

    [Fact]
    public void What_bake_would_take_for_a_template_is_escaped_in_keys_and_values()
    {
        var json = Json(BakeSamples.Target with
        {
            Args = [new("A${B}", "${HOME}"), new("C", "%{if true}$PLAIN $${D}")],
            Contexts = [new("x", "target:${y}")],
            Context = "/staging/${z}",
            Annotations = [new("a", "%{b}")],
        });

        Assert.Equal(
            [("A$${B}", "$${HOME}"), ("C", "%%{if true}$PLAIN $$${D}")],
            json.GetProperty("args").EnumerateObject().Select(x => (x.Name, x.Value.GetString())));
        Assert.Equal("target:$${y}", json.GetProperty("contexts").GetProperty("x").GetString());
        Assert.Equal("/staging/$${z}", json.GetProperty("context").GetString());
        Assert.Equal("manifest:a=%%{b}", json.GetProperty("annotations")[0].GetString());
    }

    [Theory]
    [InlineData(BuildNetwork.Default, null, false)]
    [InlineData(BuildNetwork.None, "none", false)]
    [InlineData(BuildNetwork.Host, "host", true)]
    public void Only_the_hosts_network_needs_an_entitlement(BuildNetwork network, string? expected, bool entitled)
    {
        var json = Json(BakeSamples.Target with { Network = network });

        Assert.Equal(expected, json.TryGetProperty("network", out var found) ? found.GetString() : null);
        Assert.Equal(entitled, json.TryGetProperty("entitlements", out _));
    }

    [Fact]
    public void Time_stamps_are_left_alone_where_it_need_not_be_reproducible()
    {
        var json = Json(BakeSamples.Target with { IsReproducible = false });

        Assert.Equal(
            """{"type":"oci","dest":"/staging/layouts/api","tar":"false"}""",
            JsonSerializer.Serialize(json.GetProperty("output")[0]));
    }

    [Fact]
    public void An_index_is_annotated_only_where_there_is_one()
    {
        var target = BakeSamples.Target with { Annotations = [new("a", "b")] };

        Assert.Equal("manifest:a=b", Json(target).GetProperty("annotations")[0].GetString());
        Assert.Equal(
            "index,manifest:a=b",
            Json(target with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] }).GetProperty("annotations")[0].GetString());
    }

    [Fact]
    public void Equal_targets_give_equal_text() =>
        Assert.Equal(new BakeDefinition([BakeSamples.Target]).ToJson(), new BakeDefinition([BakeSamples.Target with { }]).ToJson());
}

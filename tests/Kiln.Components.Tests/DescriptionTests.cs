using System.Text.Json;
using Kiln.Components.Running.Describing;

namespace Kiln.Components.Tests;

public sealed class DescriptionTests
{
    static JsonElement Describe(params string[] planned) => JsonDocument.Parse(BuildDescription.Of(new SmallBuild(), planned)).RootElement;

    static JsonElement Named(JsonElement list, string name) => list.EnumerateArray().Single(x => x.GetProperty("name").GetString() == name);

    static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(x => x.GetString());

    [Fact]
    public void Targets_tell_what_they_depend_on_also_where_that_is_optional()
    {
        var targets = Describe().GetProperty("targets");

        Assert.Equal(["DockerBuild", "Scan", "SmokeTest"], Texts(Named(targets, "Push").GetProperty("dependsOn")));
        Assert.Equal(["Lint", "Restore"], Texts(Named(targets, "DockerBuild").GetProperty("dependsOn")));
        Assert.Contains("Assemble", Texts(Named(targets, "DockerBuild").GetProperty("after")));
        Assert.Equal("Scans every platform of the built images and applies the gate", Named(targets, "Scan").GetProperty("description").GetString());
    }

    [Fact]
    public void A_plan_is_what_would_run_in_order_and_is_told_when_asked_for()
    {
        Assert.Equal(["Lint", "StartEngine", "Restore", "DockerBuild", "SmokeTest", "Scan", "Push"], Texts(Describe("push").GetProperty("plan")));
        var assembled = Texts(Describe("Assemble", "Scan").GetProperty("plan")).ToList();
        Assert.InRange(assembled.IndexOf("Assemble"), 0, assembled.IndexOf("DockerBuild"));
        Assert.False(Describe().TryGetProperty("plan", out _));
        Assert.Equal(ErrorCodes.TargetUnknown, Assert.Throws<KilnException>(() => Describe("Pusch")).Code);
    }

    [Fact]
    public void Parameters_tell_how_they_are_given()
    {
        var parameter = Named(Describe().GetProperty("parameters"), "OnlyImages");

        Assert.Equal(("--only-images", "ONLY_IMAGES", "String[]", false), (
            parameter.GetProperty("argument").GetString(), parameter.GetProperty("variable").GetString(), parameter.GetProperty("kind").GetString(), parameter.GetProperty("secret").GetBoolean()));
    }

    [Fact]
    public void Parameters_tell_what_they_are_where_nobody_gives_them()
    {
        var parameters = Describe().GetProperty("parameters");

        Assert.Equal("[]", DefaultOf("OnlyImages"));
        Assert.Equal("false", DefaultOf("Rebuild"));
        Assert.Equal("null", DefaultOf("LoadImages"));
        Assert.False(Named(parameters, "ReceiptKey").TryGetProperty("default", out _)); // a secret

        string DefaultOf(string name) => Named(parameters, name).GetProperty("default").GetRawText();
    }
}

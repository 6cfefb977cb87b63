namespace Kiln.Tests;

public sealed class ExtraFieldTests
{
    [Theory]
    [InlineData("target", "\"build\"", "KILN1025: The extra field 'target' cannot be taken: an image says that by another name; use Stage.")]
    [InlineData("output", "[]", "KILN1025: The extra field 'output' cannot be taken: Kiln reads the layout that it asks for itself.")]
    [InlineData("no-cache", "true", "KILN1025: The extra field 'no-cache' cannot be taken: an image says that by another name; use UncachedStages.")]
    [InlineData("name", "\"x\"", "KILN1025: The extra field 'name' cannot be taken: Kiln names the target itself.")]
    public void What_is_modelled_has_one_place(string name, string value, string message)
    {
        var failure = Assert.Throws<KilnException>(() => new ImageSpec("api", "/a") { Extra = [new(name, value)] });

        Assert.Equal(message, failure.ToString());
    }

    [Theory]
    [InlineData("always")]
    [InlineData("")]
    [InlineData("true, \"target\": \"x\"")]
    public void A_value_that_is_no_JSON_is_refused(string value)
    {
        var failure = Assert.Throws<KilnException>(() => new ImageSpec("api", "/a") { Extra = [new("pull", value)] });

        Assert.StartsWith($"The extra field 'pull' cannot be taken: its value '{value}' is no JSON", failure.Message);
    }
}

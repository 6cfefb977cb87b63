using System.Reflection;

namespace Kiln.Contracts.Parameters;

public class ParameterNameTests
{
    [Fact]
    public void No_parameter_of_a_component_is_doubled_or_taken()
    {
        var components = Assembly.Load("Kiln.Components").GetTypes();

        var clashes = NameClashes.In(ComponentParameters.Of(components));

        Contract.Holds(clashes);
    }

    [Fact]
    public void Reads_names_and_prefixes_from_attributes()
    {
        var parameters = ComponentParameters.Of([typeof(IPlain), typeof(IPrefixed)]);

        Assert.Equal(["OnlyImages", "Renamed", "SignKey"], parameters.Select(x => x.Text));
    }

    [Theory]
    [InlineData("Engine", "'Engine' of ITest is set by the variable NUKE_ENGINE")]
    [InlineData("images", "'images' of ITest is set by the variable IMAGES")]
    [InlineData("No-Logo", "'No-Logo' of ITest is NUKE's own NoLogo")]
    public void Finds_a_taken_name(string name, string expected)
    {
        var clashes = NameClashes.In([new ParameterName(name, "ITest")]);

        Assert.Equal([expected], clashes);
    }

    [Fact]
    public void Finds_a_doubled_name()
    {
        var clashes = NameClashes.In([new ParameterName("Rebuild", "IBuild"), new ParameterName("re-build", "IScan")]);

        Assert.Equal(["one name, 2 parameters: 'Rebuild' of IBuild, 're-build' of IScan"], clashes);
    }

    private interface IPlain
    {
        [Parameter]
        string OnlyImages { get; }

        [Parameter(Name = "Renamed")]
        string Original { get; }

        string NoParameter { get; }
    }

    [ParameterPrefix("SignPrefix")]
    private interface IPrefixed
    {
        [Parameter]
        string Key { get; }
    }

    private sealed class ParameterAttribute : Attribute
    {
        public string? Name { get; set; }
    }

    private sealed class ParameterPrefixAttribute(string prefix) : Attribute
    {
        public string Prefix => prefix;
    }
}

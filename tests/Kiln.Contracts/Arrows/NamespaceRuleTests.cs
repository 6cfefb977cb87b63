using System.Reflection;

namespace Kiln.Contracts.Arrows;

public class NamespaceRuleTests
{
    private const string Specimens = "Kiln.Contracts.Arrows.Specimens";

    [Fact]
    public void Kiln_keeps_its_arrows()
    {
        var uses = TypeUse.In(Assembly.Load("Kiln").Location);

        var violations = NamespaceRules.OfKiln.SelectMany(x => x.Violations(uses));

        Contract.Holds(violations);
    }

    [Fact]
    public void Finds_a_forbidden_type_wherever_it_is_named()
    {
        var rule = new NamespaceRule("no sockets", ["System.Net.Http"], [], Specimens);

        var violations = rule.Violations(TypeUse.In(typeof(NamespaceRuleTests).Assembly.Location));

        Assert.Equal(
            [
                $"no sockets: {Specimens}.AsyncLambda uses System.Net.Http.HttpClient",
                $"no sockets: {Specimens}.Body uses System.Net.Http.HttpClient",
                $"no sockets: {Specimens}.Signature uses System.Net.Http.HttpClient",
            ],
            violations.Order());
    }

    [Fact]
    public void Spares_whom_the_rule_allows()
    {
        var rule = new NamespaceRule("no sockets", ["System.Net.Http"], [Specimens], Specimens);

        var violations = rule.Violations(TypeUse.In(typeof(NamespaceRuleTests).Assembly.Location));

        Assert.Empty(violations);
    }

    [Fact]
    public void Takes_no_namespace_for_another_that_begins_alike()
    {
        var rule = new NamespaceRule("no Oci", ["Kiln.Oci"], []);

        var violations = rule.Violations([new TypeUse("Kiln.Buildx.Client", "Kiln.Ocicats.Cat")]);

        Assert.Empty(violations);
    }
}

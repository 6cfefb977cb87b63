using System.Reflection;
using Kiln.Linting;
using Kiln.Linting.Ignoring;

namespace Kiln.Tests.Linting;

public sealed class RuleCatalogTests
{
    static readonly IReadOnlyList<LintRule> Rules = new Linter().AllRules;

    [Fact]
    public void Every_rule_that_is_written_judges()
    {
        var written = typeof(LintRule).Assembly.GetTypes().Where(x => x.IsSubclassOf(typeof(LintRule)) && !x.IsAbstract);
        Assert.Empty(written.Except(Rules.Select(x => x.GetType())));
    }

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        Assert.Equal(Rules.Select(x => x.Id).Order(StringComparer.Ordinal), Rules.Select(x => x.Id));
        Assert.Equal(Rules.Count, Rules.Select(x => x.Id).Distinct().Count());
    }

    [Fact]
    public void A_title_is_a_sentence() => Assert.All(Rules, x => Assert.True(char.IsUpper(x.Title[0]) && x.Title.EndsWith('.'), x.Title));

    // hadolint 2.15.1 has 71 rules, BuildKit 22 checks of which one asks a registry, Trivy 28 rules.
    [Fact]
    public void The_known_sets_are_whole()
    {
        var aliases = Rules.SelectMany(x => x.Aliases).ToHashSet();
        Assert.Equal(71, aliases.Count(x => x.StartsWith("DL", StringComparison.Ordinal)));
        Assert.Equal(28, aliases.Count(x => x.StartsWith("DS-", StringComparison.Ordinal)));
        Assert.Equal(
            BuildKitChecks.Names.Except([BuildKitChecks.OfRegistry]),
            aliases.Where(x => !x.StartsWith("DL", StringComparison.Ordinal) && !x.StartsWith("DS-", StringComparison.Ordinal)).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Rules_have_no_state() => Assert.All(Rules, x => Assert.Empty(
        x.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)));
}

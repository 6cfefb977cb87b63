namespace Kiln.Contracts.PublicApi;

public class ApiComparisonTests
{
    private static readonly ApiLine[] Reference =
    [
        new("N.Tool", "class", "public class Tool"),
        new("N.Tool", "method", "public void Run(int times = 1)"),
    ];

    [Fact]
    public void Says_nothing_about_a_subset()
    {
        ApiLine[] actual = [new("N.Tool", "class", "public class Tool")];

        var differences = ApiComparison.Differences(actual, Reference);

        Assert.Empty(differences);
    }

    [Fact]
    public void Names_a_member_that_the_reference_lacks()
    {
        ApiLine[] actual = [new("N.Tool", "method", "public void Stop()")];

        var difference = Assert.Single(ApiComparison.Differences(actual, Reference));

        Assert.Equal("not in NUKE 10.1.0: N.Tool: public void Stop()", difference);
    }

    [Fact]
    public void Shows_both_signatures_of_a_member_that_differs()
    {
        ApiLine[] actual = [new("N.Tool", "method", "public void Run(int times = 2)")];

        var difference = Assert.Single(ApiComparison.Differences(actual, Reference));

        Assert.Equal(
            """
            differs from NUKE 10.1.0: N.Tool: public void Run(int times = 2)
                there: public void Run(int times = 1)
            """,
            difference);
    }
}

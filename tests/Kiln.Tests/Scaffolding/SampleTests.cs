using Kiln.Scaffolding;

namespace Kiln.Tests.Scaffolding;

/// <summary>The Dockerfiles of <c>samples/languages</c>, which are built and started elsewhere, are what Scaffold writes.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Samples_are_what_Scaffold_writes()
    {
        var plan = Scaffolder.Plan(new ScaffoldRequest { Root = Path.Combine(RepositoryRoot.Path, "samples", "languages") });

        Assert.Equal(["dotnet", "dotnet-trimmed", "go", "java", "node", "python", "server", "site"], plan.Projects.Select(x => x.Name));
        Assert.All(plan.Files, x => Assert.True(x.State == ScaffoldedFileState.Same, x.Diff));
    }
}

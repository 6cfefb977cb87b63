using Kiln.Receipts;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>What Scaffold wrote for each language is built and answers: <c>samples/languages</c>.</summary>
public sealed class LanguageTests(PipelineFixture fixture)
{
    [Fact]
    public Task Go_Node_and_DotNet_answer() => AnswerAsync("go", "node", "dotnet");

    [Fact]
    [Trait("Run", "All")]
    public Task Python_Java_and_Rust_answer() => AnswerAsync("python", "java", "rust");

    [Fact]
    [Trait("Run", "All")]
    public Task A_site_and_a_trimmed_program_answer() => AnswerAsync("site", "dotnet-trimmed");

    async Task AnswerAsync(params string[] languages)
    {
        var (clone, _) = await fixture.GetAsync();

        var outcome = await clone.BuildAsync(
            ["DockerBuild", "SmokeTest", "--sample", "Languages", "--load-images", "false", "--registry-port", fixture.RegistryPort,
                "--only-images", .. languages.Select(x => $"language-{x}")]);

        outcome.Succeeded();
        foreach (var language in languages)
        {
            Assert.Contains($"samples/languages/{language}/Dockerfile: nothing found", outcome.Output, StringComparison.Ordinal);
            var receipt = ReceiptFile.Read(clone.PathOf("artifacts", "images", $"language-{language}.receipt.json"))!;
            Assert.True(receipt.Platforms[0].UnpackedSize < receipt.SingleStage!.UnpackedSize, language);
        }

        if (languages.Contains("go"))
        {
            var go = ReceiptFile.Read(clone.PathOf("artifacts", "images", "language-go.receipt.json"))!;
            Assert.True(go.Platforms[0].UnpackedSize * 100 <= go.SingleStage!.UnpackedSize * 3, "The Go image is to be at least 97 % smaller than its single stage.");
        }
    }
}

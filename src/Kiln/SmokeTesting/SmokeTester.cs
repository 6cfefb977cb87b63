using System.Diagnostics;
using Kiln.Buildx.Loading;
using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.SmokeTesting;

/// <summary>
/// Runs what DockerBuild left, the very bytes that Push would send: the layout is loaded into the engine under a name of its own, started, asked, and
/// taken away again.
/// </summary>
public sealed class SmokeTester(CommandRunner runner, IReporter reporter)
{
    /// <summary>KILN4009 for the first image that does not show that it runs, KILN3027 where the engine cannot have images.</summary>
    public async Task TestAsync(SmokeTestRequest request, CancellationToken cancellationToken)
    {
        foreach (var image in request.Images)
        {
            if (image.SmokeTest is not { } test)
                continue;
            if (!image.Platforms.Contains(request.Engine.Platform))
            {
                reporter.Warning($"Image '{image.Name}' is not tried out: it is for {string.Join(", ", image.Platforms)}, and the engine runs {request.Engine.Platform}");
                continue;
            }

            var clock = Stopwatch.StartNew();
            await TestAsync(request, image, test, cancellationToken);
            reporter.Information($"Tried     {image.Name}: {test} ({HumanUnits.Duration(clock.Elapsed)})");
        }
    }

    async Task TestAsync(SmokeTestRequest request, ImageSpec image, SmokeTest test, CancellationToken cancellationToken)
    {
        var docker = DockerOf(request, image);
        var (layout, receipt) = await VouchedLayout.OpenAsync(
            image.Name, request.Folders.LayoutOf(image), request.Folders.ReceiptOf(image), request.ReceiptKey, cancellationToken);
        // Another run may try the same image at the same time.
        var name = ImageReference.Parse($"kiln-smoke-test/{image.Name}:{receipt.Digest.Short}-{Guid.NewGuid().ToString("N")[..8]}");
        await runner.RunAsync(
            docker(["load", "--quiet"]), (stream, token) => LayoutArchive.WriteAsync([new NamedLayout(layout, [name])], stream, token), cancellationToken);
        try
        {
            await using var container = await SmokeContainer.StartAsync(runner, docker, name.Familiar, test, request.Engine.LacksBridge, cancellationToken);
            if (await SmokeQuestions.AskAsync(container, test, cancellationToken) is { } problem)
                throw await FailureAsync(image, test, container, problem);
        }
        finally
        {
            await runner.RunAsync(docker(["image", "rm", "--force", name.Familiar]) with { OnFailure = FailureHandling.Return }, CancellationToken.None);
        }
    }

    static Func<ValueList<string>, Command> DockerOf(SmokeTestRequest request, ImageSpec image) => LoadObstacle.Of(request.Engine) is { } obstacle
        ? throw new KilnException(
            ErrorCodes.ImageNotLoaded, $"Image '{image.Name}' cannot be tried out, since the engine cannot have it: {obstacle}. Take its SmokeTest out, or use another engine (docs/guides/engines.md).")
        : arguments => new Command(request.Engine.DockerClient!, arguments) { Environment = request.Engine.Environment };

    static async Task<KilnException> FailureAsync(ImageSpec image, SmokeTest test, SmokeContainer container, string problem)
    {
        const int told = 10;
        var lines = (await container.ReadLogAsync(CancellationToken.None)).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(told).ToArray();
        return new KilnException(
            ErrorCodes.SmokeTestFailed,
            $"Image '{image.Name}' was started and should have shown {test}: {problem}. "
            + (lines.Length == 0 ? "It wrote nothing." : $"Its last lines:\n  {string.Join("\n  ", lines)}")
            + "\nNothing was pushed.");
    }
}

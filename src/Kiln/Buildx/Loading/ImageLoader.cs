using System.Diagnostics;
using Kiln.Oci;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx.Loading;

/// <summary>
/// Hands finished layouts to an engine by <c>docker load</c>, so that <c>docker run</c> works. A second exporter in the solve
/// would change the digest; this does not.
/// </summary>
public sealed class ImageLoader
{
    readonly CommandRunner _runner;
    readonly IReporter _reporter;
    readonly ILookup<string, ImageReference> _names;
    readonly Task<EngineImages>? _present;

    ImageLoader(LoadRequest request, CommandRunner runner, IReporter reporter, CancellationToken cancellationToken)
    {
        (Request, _runner, _reporter) = (request, runner, reporter);
        _names = request.Images.SelectMany(x => LocalNames.Of(request, x).Select(y => (x.Name, y))).ToLookup(x => x.Name, x => x.y);
        _present = request.Engine is { DockerClient: { } docker } && LoadObstacle.Of(request.Engine) is null && request.Images.Count > 0
            ? EngineImages.AskAsync(runner, docker, request.Engine, _names.SelectMany(x => x), cancellationToken)
            : null;
    }

    /// <summary>What it was begun for.</summary>
    public LoadRequest Request { get; }

    /// <summary>Asks the engine what it has already, which goes on while images are built.</summary>
    public static ImageLoader Begin(
        LoadRequest request, CommandRunner runner, IReporter reporter, CancellationToken cancellationToken) =>
        new(request, runner, reporter, cancellationToken);

    /// <summary>
    /// Loads what the engine does not have under all of its names. Where it can have nothing, that is said; a load that fails
    /// is KILN3027 when it was asked for, and a warning otherwise.
    /// </summary>
    public async Task<ValueList<LoadedImage>> LoadAsync(ValueList<BuiltImage> built, CancellationToken cancellationToken)
    {
        if (LoadObstacle.Of(Request.Engine) is { } obstacle)
        {
            Tell($"Images are not loaded into the engine: {obstacle}. They lie finished in their layouts");
            return [];
        }

        if (_present is null)
            return [];
        var present = await _present;
        var missing = built.Where(x => !_names[x.Image.Name].All(y => present.Has(y, x.Receipt.Digest))).ToValueList();
        var clock = Stopwatch.StartNew();
        if (missing.Count > 0 && !await TryLoadAsync(missing, cancellationToken))
            return [];
        return built
            .Select(x => new LoadedImage(x.Image.Name, [.. _names[x.Image.Name]], !missing.Contains(x), clock.Elapsed))
            .ToValueList();
    }

    async Task<bool> TryLoadAsync(ValueList<BuiltImage> images, CancellationToken cancellationToken)
    {
        var layouts = images.Select(x => new NamedLayout(OciLayout.Open(x.LayoutFolder), [.. _names[x.Image.Name]])).ToValueList();
        var command = new Command(Request.Engine.DockerClient!, ["load", "--quiet"]) { Environment = Request.Engine.Environment };
        try
        {
            await _runner.RunAsync(command, (stream, token) => LayoutArchive.WriteAsync(layouts, stream, token), cancellationToken);
            return true;
        }
        catch (CommandFailedException failure)
        {
            var message = $"'docker load' of {string.Join(", ", images.Select(x => $"'{x.Image.Name}'"))} failed: "
                + $"{failure.LastLines.LastOrDefault("it did not say why").TrimEnd('.')}. The images lie finished in their layouts; "
                + "'--load-images false' leaves loading out.";
            if (Request.IsRequired)
                throw new KilnException(ErrorCodes.ImageNotLoaded, message, failure);
            _reporter.Warning(message);
            return false;
        }
    }

    void Tell(string message)
    {
        if (Request.IsRequired)
            _reporter.Warning(message);
        else
            _reporter.Information(message);
    }
}

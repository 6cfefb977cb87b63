using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Inputs;
using Kiln.Images;
using Kiln.Locking.Enforcement;
using Kiln.Primitives;

namespace Kiln.Locking.Needs;

/// <summary>One reading of all images, for each platform and each stage that is built.</summary>
sealed class NeedsReader(ValueList<ImageSpec> images, Platform buildPlatform, string root)
{
    const string Password = "holds a password, which the lock would publish. Give it to the build as a secret.";

    readonly List<RequiredInput> _required = [];
    readonly List<ImageUse> _uses = [];
    readonly List<PinnedSource> _pinned = [];
    readonly List<ImageStep> _steps = [];
    readonly List<string> _objections = [];
    readonly List<string> _problems = [];

    internal BuildNeeds Read()
    {
        foreach (var image in images)
            Read(image);
        if (_problems.Count > 0)
            throw Unknown();
        return new BuildNeeds
        {
            Required = _required.Distinct().ToValueList(),
            Uses = _uses.ToValueList(),
            SelfPinned = _pinned.Distinct().ToValueList(),
            Steps = _steps.Distinct().ToValueList(),
            Objections = _objections.Distinct().ToValueList(),
        };
    }

    void Read(ImageSpec image)
    {
        var before = _required.Count;
        var dockerfile = image.ParseDockerfile();
        _objections.AddRange(dockerfile.Diagnostics
            .Where(x => x.Severity == Severity.Error)
            .Select(x => $"{NameOf(image)}{(image.InlineDockerfile is null ? ":" : ", ")}{dockerfile.Source.PositionOf(x.Span.Start)}: {x.Message}"));
        foreach (var target in ImageTargets.Of(image, dockerfile, images, buildPlatform))
        {
            var found = TargetInputs.Of(dockerfile, target);
            foreach (var problem in found.Problems)
                _problems.Add($"{PlaceOf(image, dockerfile.Source.PositionOf(problem.Span.Start).Line)}: {problem.Message}");
            foreach (var input in found.Inputs)
                Add(input, PlaceOf(image, input.Line));
            _required.AddRange(found.Contexts.SelectMany(x => NeededFor(image, x)));
            _steps.AddRange(found.RunSteps.Select(x => new ImageStep(
                image.Name, PlaceOf(image, x.Line), x.Text, HasNetwork(image, x))));
        }

        _uses.AddRange(_required.Skip(before).Select(x => new ImageUse(image.Name, x)));
    }

    // BuildKit resolves what a named context stands for like what the Dockerfile itself names, policy and all.
    static IEnumerable<RequiredInput> NeededFor(ImageSpec image, UsedContext used) =>
        image.NamedContexts.GetValueOrDefault(used.Name) is BuildContext.Image { Reference: var reference }
            ?
            [
                new RequiredInput.Image(reference, used.Platform)
                {
                    Place = new InputPlace($"image '{image.Name}', named context '{used.Name}'", 0) { IsFile = false },
                },
            ]
            : [];

    void Add(ExternalInput input, InputPlace place)
    {
        switch (input)
        {
            case ExternalInput.Image image:
                _required.Add(new RequiredInput.Image(image.Reference, image.Platform) { Place = place });
                break;
            case ExternalInput.Url { Checksum: null } url when RemoteAddress.HoldsPassword(url.Address):
                _problems.Add($"{place}: the address of a download {Password}");
                break;
            case ExternalInput.Url { Checksum: null } url:
                _required.Add(new RequiredInput.Url(url.Address) { Place = place });
                break;
            case ExternalInput.Url url:
                _pinned.Add(new PinnedSource.Url(url.Address, Checksum: null));
                break;
            case ExternalInput.Git { Source: var source }:
                Add(source, place);
                break;
        }
    }

    void Add(RemoteSource.Git source, InputPlace place)
    {
        if (RemoteAddress.HoldsPassword(source.Remote))
            _problems.Add($"{place}: the address of a repository {Password}");
        else if (RemoteAddress.IsCommit(source.Checksum) || RemoteAddress.IsCommit(source.Reference))
            _pinned.Add(new PinnedSource.Git(source.PolicyIdentifier, source.PolicyIdentifier));
        else
            _required.Add(new RequiredInput.Git(source.Remote, source.Reference) { Subdirectory = source.Subdirectory, Place = place });
    }

    static bool HasNetwork(ImageSpec image, RunStep step) =>
        step.Network == "host" || (step.Network != "none" && image.Network != BuildNetwork.None);

    InputPlace PlaceOf(ImageSpec image, int line) => new(NameOf(image), line) { IsFile = image.InlineDockerfile is null };

    string NameOf(ImageSpec image) =>
        image.InlineDockerfile is null ? Path.GetRelativePath(root, image.DockerfilePath).Replace('\\', '/') : image.InlineName();

    KilnException Unknown() => new(
        ErrorCodes.InputUnknown,
        "What the build takes from outside cannot be known:\n"
        + string.Join('\n', _problems.Distinct().Select(x => $"  {x}")));
}

using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What one stage takes, instruction by instruction.</summary>
sealed class StageReading(Dockerfile dockerfile, BuildTarget target, Stage stage, SourceNames names, InputProblems problems)
{
    readonly List<ExternalInput> _inputs = [];
    readonly List<UsedContext> _contexts = [];
    readonly List<Stage> _stages = [];
    readonly List<RunStep> _steps = [];
    readonly List<MountedCache> _caches = [];
    readonly List<MountedSecret> _secrets = [];

    internal IReadOnlyList<ExternalInput> Inputs => _inputs;

    internal IReadOnlyList<UsedContext> Contexts => _contexts;

    internal IReadOnlyList<RunStep> RunSteps => _steps;

    /// <summary>What it is built for, which its <c>FROM</c>, or that of the stage that it goes on from, may say. Default: the target's.</summary>
    internal Platform Platform { get; private set; } = target.Platform;

    internal IReadOnlyList<MountedCache> Caches => _caches;

    internal IReadOnlyList<MountedSecret> Secrets => _secrets;

    /// <summary>The image of a registry that it, or the stage that it goes on from, starts from; null for anything else.</summary>
    internal ExternalInput.Image? Start { get; private set; }

    /// <summary>The stages that it copies or mounts from.</summary>
    internal IReadOnlyList<Stage> Stages => _stages;

    /// <summary>What variables are worth at its end; nothing before <see cref="Go"/>.</summary>
    internal IReadOnlyDictionary<string, string>? Variables { get; private set; }

    /// <summary>What runs first in a stage that is made from this one.</summary>
    internal IEnumerable<Instruction> Triggers =>
        stage.Instructions.OfType<OnbuildInstruction>().Select(x => x.Inner).OfType<Instruction>();

    internal void Use(string context, Platform platform) => _contexts.Add(new UsedContext(context, platform));

    internal void TakeBase(StageSource source, Platform platform, SourceSpan place)
    {
        Platform = platform;
        Take(source, platform, ImageRole.Base, place);
        Start = _inputs.OfType<ExternalInput.Image>().FirstOrDefault();
    }

    /// <summary>Goes through the instructions, on from where the stage that this one is made from ends, if there is one.</summary>
    internal void Go(StageScope scope, StageReading? parent)
    {
        Start ??= parent?.Start;
        Platform = parent?.Platform ?? Platform;
        foreach (var instruction in (parent?.Triggers ?? []).Concat(stage.Instructions))
        {
            scope.Apply(instruction);
            Take(instruction, scope);
        }

        Variables = scope.Values;
    }

    void Take(Instruction instruction, StageScope scope)
    {
        switch (instruction)
        {
            case CopyInstruction { From: { Value: { Length: > 0 } name } from }:
                Take(names.OfCopy(name), target.Platform, ImageRole.CopySource, from.ValueSpan);
                break;
            case RunInstruction run:
                foreach (var from in run.Mounts.Select(x => x.From).OfType<Word>().Where(x => x.Text.Length > 0))
                    Take(names.OfMount(from.Text), target.Platform, ImageRole.MountSource, from.Span);
                _steps.Add(new RunStep(LineOf(run.Span), FirstLineOf(run), run.Network?.Value ?? "default", Platform));
                _caches.AddRange(MountedCacheReader.Read(run, scope, Start, LineOf(run.Span)));
                _secrets.AddRange(MountedSecretReader.Read(run, scope, LineOf(run.Span)));
                break;
            case AddInstruction add:
                _inputs.AddRange(add.Sources.Select(x => AddedInput.Of(add, x, scope, LineOf(x.Span), problems)).OfType<ExternalInput>());
                break;
        }
    }

    void Take(StageSource source, Platform platform, ImageRole role, SourceSpan place)
    {
        switch (source)
        {
            case StageSource.Other other:
                _stages.Add(other.Stage);
                break;
            case StageSource.Context context:
                Use(context.Name, platform);
                break;
            case StageSource.Image image when ImageReference.TryParse(image.Name, out var reference):
                _inputs.Add(new ExternalInput.Image(reference.WithDefaultTag(), platform, role, LineOf(place)));
                break;
            case StageSource.Image image:
                problems.Add(place, $"{Quoted(image.Name, place)} is neither a stage nor the name of an image.");
                break;
            case StageSource.NoStage { Number: var number }:
                problems.Add(place, $"There is no stage {number}; they are counted from 0.");
                break;
        }
    }

    string Quoted(string name, SourceSpan place) => dockerfile.Source.TextAt(place) is var text && text == name
        ? $"'{name}'"
        : $"'{text}' is '{name}' here, which";

    int LineOf(SourceSpan span) => dockerfile.Source.PositionOf(span.Start).Line;

    static string FirstLineOf(RunInstruction run) => $"RUN {run.Arguments.Text.Split('\n')[0]}";
}

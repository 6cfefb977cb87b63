using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>One reading of one target: which stages it needs, and what each of them takes.</summary>
sealed class TargetReader
{
    readonly Dockerfile _dockerfile;
    readonly BuildTarget _target;
    readonly InputProblems _problems = new();
    readonly StageList _stages;
    readonly GlobalScope _global;
    readonly SourceNames _names;
    readonly Dictionary<int, StageReading> _readings = [];

    internal TargetReader(Dockerfile dockerfile, BuildTarget target)
    {
        (_dockerfile, _target) = (dockerfile, target);
        _stages = StageList.Of(dockerfile);
        _global = GlobalScope.Of(dockerfile, _stages, target, _problems);
        _names = new SourceNames(_stages, target.NamedContexts);
    }

    internal TargetInputs Read()
    {
        if (_stages.Find(_target.Stage) is not { } last)
            return new TargetInputs { Problems = [NoSuchStage()] };
        Read(last);
        var readings = _readings.OrderBy(x => x.Key).Select(x => x.Value).ToArray();
        return new TargetInputs
        {
            Inputs = FrontendInput.Of(_dockerfile, _target, _problems)
                .Concat(readings.SelectMany(x => x.Inputs)).Distinct().ToValueList(),
            UsedContexts = readings.SelectMany(x => x.Contexts).Distinct().Order(StringComparer.Ordinal).ToValueList(),
            RunSteps = readings.SelectMany(x => x.RunSteps).ToValueList(),
            Problems = _problems.Found,
        };
    }

    // A stage may only use others that stand above it, but a broken file may say otherwise: each is read once.
    StageReading Read(Stage stage)
    {
        if (_readings.TryGetValue(stage.Index, out var known))
            return known;
        var reading = _readings[stage.Index] = new StageReading(_dockerfile, _target, stage, _names, _problems);
        if (_names.ContextOf(stage) is { } context)
            reading.Use(context);
        else
            Follow(stage, reading);
        return reading;
    }

    void Follow(Stage stage, StageReading reading)
    {
        StageReading? parent = null;
        if (NameOf(stage) is { } name)
        {
            var source = _names.OfFrom(name, stage);
            parent = source is StageSource.Other { Stage: var above } ? Read(above) : null;
            reading.TakeBase(source, PlatformOf(stage.From), stage.From.Image!.Span);
        }

        reading.Go(new StageScope(_global, _target.BuildArgs, parent?.Variables), parent?.Triggers ?? []);
        foreach (var used in reading.Stages)
            Read(used);
    }

    string? NameOf(Stage stage)
    {
        if (stage.From.Image is not { } image)
            return null;
        var name = _global.Expand(image, _problems);
        if (name is not "")
            return name;
        _problems.Add(image.Span, $"'{image.Text}' names no image: a variable in it has no value. Give its ARG, above the first FROM, a default.");
        return null;
    }

    Platform PlatformOf(FromInstruction from)
    {
        if (from.Platform is not { Value: { } text } flag)
            return _target.Platform;
        var name = _global.Expand(new Word(text, flag.ValueSpan), _problems);
        if (Platform.TryParse(name, out var platform))
            return platform;
        if (name is not null)
            _problems.Add(flag.ValueSpan, $"'{text}' is '{name}' here, which is no platform.");
        return _target.Platform;
    }

    Diagnostic NoSuchStage() => new(
        Severity.Error,
        _target.Stage is null ? "There is no FROM." : $"There is no stage '{_target.Stage}'.",
        new SourceSpan(0, 0));
}

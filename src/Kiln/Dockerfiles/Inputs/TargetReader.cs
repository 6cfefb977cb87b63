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
        ReadAll(last);
        var readings = _readings.OrderBy(x => x.Key).Select(x => x.Value).ToArray();
        return new TargetInputs
        {
            Inputs = FrontendInput.Of(_dockerfile, _target, _problems)
                .Concat(readings.SelectMany(x => x.Inputs)).Distinct().ToValueList(),
            Contexts = readings.SelectMany(x => x.Contexts).Distinct().ToValueList(),
            RunSteps = readings.SelectMany(x => x.RunSteps).ToValueList(),
            MountedCaches = readings.SelectMany(x => x.Caches).ToValueList(),
            MountedSecrets = readings.SelectMany(x => x.Secrets).ToValueList(),
            Problems = _problems.Found,
        };
    }

    // Without recursion: a file may hold any number of stages. They may only use others that stand above them, but a
    // broken file may say otherwise: each is read once.
    void ReadAll(Stage last)
    {
        var open = new Stack<Stage>([last]);
        while (open.TryPop(out var stage))
        {
            foreach (var next in Unread(stage))
            {
                _readings[next.Index] = Read(next);
                foreach (var used in _readings[next.Index].Stages)
                    open.Push(used);
            }
        }
    }

    // With those that it is made from, the first of them first: a stage goes on where that one ends.
    Stack<Stage> Unread(Stage stage)
    {
        var line = new Stack<Stage>();
        for (var next = stage; next is not null && !_readings.ContainsKey(next.Index); next = ParentOf(next))
            line.Push(next);
        return line;
    }

    Stage? ParentOf(Stage stage) => _names.ContextOf(stage) is null && NameOf(stage) is { } name
        && _names.OfFrom(name, stage) is StageSource.Other { Stage: var above } ? above : null;

    StageReading Read(Stage stage)
    {
        var reading = new StageReading(_dockerfile, _target, stage, _names, _problems);
        if (_names.ContextOf(stage) is { } context)
        {
            reading.Use(context, PlatformOf(stage.From));
            return reading;
        }

        if (NameOf(stage) is { } name)
            reading.TakeBase(_names.OfFrom(name, stage), PlatformOf(stage.From), stage.From.Image!.Span);
        var parent = ParentOf(stage) is { } above ? _readings[above.Index] : null;
        reading.Go(new StageScope(_global, _target.BuildArgs, parent?.Variables), parent);
        return reading;
    }

    string? NameOf(Stage stage)
    {
        if (stage.From.Image is not { } image)
            return null;
        var name = _global.Expand(image, _problems);
        if (name is "")
            _problems.Add(image.Span, $"'{image.Text}' names no image: a variable in it has no value. Give its ARG, above the first FROM, a default.");
        return name is "" ? null : name;
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

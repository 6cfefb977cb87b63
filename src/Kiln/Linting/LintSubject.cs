using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Shell;

namespace Kiln.Linting;

/// <summary>A Dockerfile as rules see it: the tree, its stages, what its RUNs run, and the context if it is known.</summary>
public sealed class LintSubject
{
    readonly Stage? _final;

    /// <summary>Makes the views that rules share, once for all of them.</summary>
    public LintSubject(Dockerfile dockerfile, LintOptions options, LintedImage? image = null)
    {
        Dockerfile = dockerfile;
        Options = options;
        Image = image ?? new LintedImage();
        Stages = StageList.Of(dockerfile);
        _final = Stages.Find(Image.Target) ?? Stages.Find(null);
        Sections = [.. SectionsOf(dockerfile)];
        Runs = [.. from section in Sections from run in section.Of<RunInstruction>() select new LintRun(section, run, ShellScript.Of(run))];
    }

    /// <summary>The tree.</summary>
    public Dockerfile Dockerfile { get; }

    /// <summary>What rules may be asked to know, for instance trusted registries.</summary>
    public LintOptions Options { get; }

    /// <summary>What is made of it, as far as that is known.</summary>
    public LintedImage Image { get; }

    /// <summary>The folder that it is built with; null when only the text is known.</summary>
    public LintContext? Context => Image.Context;

    /// <summary>The stages, by name and number.</summary>
    public StageList Stages { get; }

    /// <summary>All stages, and before them what stands above the first FROM, if anything does.</summary>
    public IReadOnlyList<LintSection> Sections { get; }

    /// <summary>All RUNs in the order of the text, also those behind ONBUILD.</summary>
    public IReadOnlyList<LintRun> Runs { get; }

    /// <summary>The commands of all RUNs.</summary>
    public IEnumerable<ShellCommand> Commands => Runs.SelectMany(x => x.Commands);

    /// <summary>The stage that becomes the image; null without any FROM.</summary>
    public LintSection? Final => Sections.FirstOrDefault(x => x.IsFinal && x.Stage is not null);

    /// <summary>Instructions of a kind in all stages, also those behind ONBUILD.</summary>
    public IEnumerable<T> Of<T>() where T : Instruction => Sections.SelectMany(x => x.Of<T>());

    /// <summary>The stage that an image name means: an earlier one of that name. Null for an image.</summary>
    public LintSection? BaseStageOf(LintSection section) =>
        section.Stage?.From.Image is not { } image ? null : Sections.LastOrDefault(x =>
            x.Stage is { Name: not null } stage && stage.Index < section.Stage.Index
            && stage.Name.Equals(image.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A stage and those that it is built on, the nearest first.</summary>
    public IEnumerable<LintSection> LineageOf(LintSection section)
    {
        for (var at = section; at is not null; at = BaseStageOf(at))
            yield return at;
    }

    IEnumerable<LintSection> SectionsOf(Dockerfile dockerfile)
    {
        var before = dockerfile.Instructions.TakeWhile(x => x is not FromInstruction).ToArray();
        if (before.Length > 0)
            yield return new LintSection(null, before, Stages.Stages.Count == 0);
        foreach (var stage in Stages.Stages)
            yield return new LintSection(stage, stage.Instructions, stage == _final);
    }
}

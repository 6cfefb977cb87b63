using System.Text;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Advising;

/// <summary>Advice as a page: the picture, what weighs how much, what would shrink it, and bases to choose from.</summary>
static class AdviceMarkdown
{
    public static string Render(ImageAdvice advice, string picture)
    {
        var text = new StringBuilder($"# {advice.Name}\n\n![stages]({picture})\n");
        text.Append("\nGreen becomes the image, blue stages work for it, grey comes from outside. Solid lines start from, dashed ones copy.\n");
        Weights(text, advice);
        Stages(text, advice);
        Savings(text, advice.Savings);
        Candidates(text, advice);
        return text.ToString();
    }

    static void Weights(StringBuilder text, ImageAdvice advice)
    {
        text.Append("\n## What weighs how much\n\n");
        if (advice.Built is not { } built)
        {
            text.Append("The image was not built here yet: `./build.sh DockerBuild Advise` builds it first.\n");
            return;
        }

        if (advice.IsStale)
            text.Append("The Dockerfile was changed after this build: `./build.sh DockerBuild Advise` weighs it anew.\n\n");
        text.Append($"As built for {built.Platform}: {HumanUnits.Size(built.UnpackedSize)} unpacked, {HumanUnits.Size(built.CompressedSize)} to pull.\n\n");
        text.Append("| layer | unpacked | to pull | share |\n|---|---|---|---|\n");
        var ofBase = built.Base?.Layers ?? 0;
        if (built.Base is { } own)
            Row(text, $"the base, {own.Name}", own.UnpackedSize, own.CompressedSize, built);
        foreach (var layer in built.Layers.Skip(ofBase))
            Row(text, InstructionText.Short(layer.Instruction), layer.UnpackedSize, layer.CompressedSize, built);
    }

    // A single stage has nothing beside it to compare it with.
    static void Stages(StringBuilder text, ImageAdvice advice)
    {
        var stages = advice.Graph.Nodes.Where(x => x.Instructions is not null).ToArray();
        if (stages.Length < 2)
            return;
        text.Append("\n| stage | instructions | in the image |\n|---|---|---|\n");
        foreach (var x in stages)
            text.Append($"| {MarkdownText.Escape(x.Name)} | {x.Instructions} | {advice.Weights.GetValueOrDefault(x.Name, "not built yet")} |\n");
    }

    static void Row(StringBuilder text, string what, long unpacked, long compressed, PlatformReceipt built) => text.Append(
        $"| {MarkdownText.Escape(what)} | {HumanUnits.Size(unpacked)} | {HumanUnits.Size(compressed)} | {HumanUnits.Percent((double)unpacked / Math.Max(1, built.UnpackedSize))} |\n");

    static void Savings(StringBuilder text, IReadOnlyList<Saving> savings)
    {
        text.Append("\n## What would shrink it\n\n");
        if (savings.Count == 0)
        {
            text.Append("Nothing that Kiln knows of.\n");
            return;
        }

        text.Append("| what to do | smaller by |\n|---|---|\n");
        foreach (var saving in savings)
            text.Append($"| {MarkdownText.Escape(saving.What)} | {BytesOf(saving)} |\n");
    }

    static string BytesOf(Saving saving) => saving.Bytes is not { } bytes ? "not known before it is tried"
        : saving.IsMeasured ? HumanUnits.Size(bytes) : $"about {HumanUnits.Size(bytes)} (estimate)";

    static void Candidates(StringBuilder text, ImageAdvice advice)
    {
        text.Append($"\n## Bases for {NameOf(advice.Kind)}\n\nIn the order in which one would choose them. Sizes are rounded ones of unpacked images for linux/amd64: estimates.\n\n");
        text.Append("| image | about | shell | packages | libc | for |\n|---|---|---|---|---|---|\n");
        foreach (var x in advice.Candidates)
            text.Append($"| `{x.Image}` | {x.Megabytes} MB | {(x.Shell ? "yes" : "no")} | {x.PackageManager ?? "no"} | {x.Libc ?? "none"} | {x.For} |\n");
    }

    static string NameOf(ProgramKind kind) => kind switch
    {
        ProgramKind.Static => "a static program",
        ProgramKind.Linked => "a program that needs libc",
        ProgramKind.LinkedToMusl => "a program that needs musl",
        ProgramKind.Node => "Node.js",
        ProgramKind.Python => "Python",
        ProgramKind.Java => "Java",
        ProgramKind.DotNet => ".NET",
        ProgramKind.SelfContainedDotNet => "a .NET program that brings its runtime",
        ProgramKind.Site => "a site of files",
        ProgramKind.Php => "PHP",
        ProgramKind.Ruby => "Ruby",
        _ => "a program of which nothing is known",
    };
}

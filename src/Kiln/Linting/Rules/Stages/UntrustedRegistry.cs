using System.IO.Enumeration;
using Kiln.Dockerfiles.Inputs;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>What is copied or started from a foreign registry runs with all rights of the build.</summary>
sealed class UntrustedRegistry() : LintRule(
    "KLN1004", Severity.Error, "Take images from trusted registries only.", "DL3026")
{
    static readonly string[] NamesOfHub = ["docker.io", "hub.docker.com", "index.docker.io"];

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var trusted = subject.Options.TrustedRegistries;
        if (trusted.Count == 0)
            return [];
        var names = new SourceNames(subject.Stages, []);
        return
            from image in StageBase.Of(subject).Where(x => x.IsImage).Select(x => (x.Word, x.Name)).Concat(
                from section in subject.Sections
                from instruction in section.Instructions
                let word = SourcesOf(instruction, names).FirstOrDefault(x => !IsTrusted(x.Text, trusted))
                where word is not null
                select (Word: word, Name: word.Text))
            where !IsTrusted(image.Name, trusted)
            let registry = RegistriesOf(image.Name)[0]
            select Found(
                image.Word.Span,
                $"'{image.Name.Replace(FromScope.Unknown, "…")}' comes from '{registry}', which is none of the trusted "
                + "registries.",
                $"Take the image from a trusted registry ({Lists.And(trusted)}), or add '{registry}' to them.");
    }

    // Behind ONBUILD, a plain name can be a stage of the build that comes later.
    static IEnumerable<Word> SourcesOf(Instruction instruction, SourceNames names) => instruction switch
    {
        CopyInstruction { From: { Value: { Length: > 0 } name } from } =>
            names.OfCopy(name) is StageSource.Image ? [new Word(name, from.ValueSpan)] : [],
        RunInstruction run => run.Mounts.Select(x => x.From).OfType<Word>()
            .Where(x => x.Text.Length > 0 && names.OfMount(x.Text) is StageSource.Image),
        OnbuildInstruction { Inner: { } inner } => SourcesOf(inner, names).Where(x => x.Text.AsSpan().ContainsAny("/:@")),
        _ => [],
    };

    // A registry that a build argument gives is known when the image is built.
    static bool IsTrusted(string name, IEnumerable<string> trusted) =>
        name.Split('/')[0] is var first && (first.Contains(FromScope.Unknown, StringComparison.Ordinal) || first.Contains('$'))
        || RegistriesOf(name).Any(registry => trusted.Any(x => FileSystemName.MatchesSimpleExpression(x, registry)));

    static string[] RegistriesOf(string name) =>
        name.Split('/') is [var host, _, ..] && ReferenceGrammar.LooksLikeHost(host) && !NamesOfHub.Contains(host)
            ? [host]
            : NamesOfHub;
}

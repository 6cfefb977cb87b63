using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;
using Kiln.Secrets;

namespace Kiln.Linting.Rules.Secrets;

/// <summary>A layer keeps the file for everybody who has the image, also when a later one removes it.</summary>
sealed class CopiedSecretFile() : LintRule("KLN6003", Severity.Warning, "Copy no files that hold secrets.", "DS-0031")
{
    // What lies in a stage that files are only taken from does not get into an image.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in ResultStages.Of(subject).SelectMany(subject.LineageOf).Distinct()
        from instruction in section.WithTriggers
        let files = SourcesOf(instruction).Where(x => SecretFileNames.IsOne(x.Text)).ToArray()
        where files.Length > 0
        select Found(
            files[0].Span,
            $"{Lists.And([.. files.Select(x => x.Text)])} usually {(files.Length == 1 ? "holds" : "hold")} secrets, "
            + "which a layer of the image keeps, even if the file is removed later.",
            $"Mount it where the build needs it: RUN --mount=type=secret,id={IdOf(files[0].Text)} …; "
            + "what the program needs is mounted when a container starts.");

    static IEnumerable<Word> SourcesOf(Instruction instruction) => instruction switch
    {
        CopyInstruction { From: null } copy => copy.Sources,
        AddInstruction add => add.Sources.Where(x => !x.Text.Contains("://", StringComparison.Ordinal)),
        _ => [],
    };

    static string IdOf(string path)
    {
        var id = path.TrimEnd('/').Split('/', '\\')[^1].Trim('.', '*', '?');
        return id.Length > 0 ? id : "secret";
    }
}

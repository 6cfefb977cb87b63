using System.Globalization;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>A name that no stage has is taken for an image, so a slip of the pen fetches something from a registry.</summary>
sealed class CopyFromUnknownStage() : LintRule("KLN4004", Severity.Warning, "Copy from a stage that stands above.", "DL3022")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
            // Behind ONBUILD, stages of another Dockerfile are meant.
        from copy in section.Instructions.OfType<CopyInstruction>()
        where copy.From is { Value.Length: > 0 }
        let name = copy.From!.Value!
        where name.Contains('$') || !(IsStage(subject, section, name) || IsElsewhere(subject, name))
        let words = WordsFor(subject, name)
        select Found(copy.From!.ValueSpan, words.Message, words.Remedy);

    // A stage itself is another rule's matter.
    static bool IsStage(LintSubject subject, LintSection section, string name) =>
        AsNumber(name) is { } number
            ? number >= 0 && number <= (section.Stage?.Index ?? -1)
            : subject.Stages.Stages.Any(x => x.Index <= (section.Stage?.Index ?? -1) && x.Name == name.ToLowerInvariant());

    // These signs are in no stage's name; other images and named contexts are what the build itself knows.
    static bool IsElsewhere(LintSubject subject, string name) =>
        name.IndexOfAny([':', '/', '@']) >= 0 || subject.Image.Provided.Contains(name, StringComparer.OrdinalIgnoreCase);

    static (string Message, string Remedy) WordsFor(LintSubject subject, string name) =>
        name.Contains('$') ? (
            $"'{name}' cannot be copied from, since BuildKit puts no variables into --from.",
            $"Write FROM {name} AS source above, with the ARG before the first FROM, and copy from 'source'.")
        : AsNumber(name) is { } number ? (
            $"'{number}' is no stage above this one; they are counted from 0.",
            "Write the name of a stage above; numbers change when a stage is put in between.")
        : subject.Stages.ByName(name) is not null ? (
            $"'{name}' is a stage further down, and only those above can be copied from.",
            $"Move the stage '{name}' above this one.")
        : (
            $"'{name}' is no stage above this one, so an image of that name would be fetched.",
            $"Write the name of a stage; an image needs its tag, {name}:1.2 for instance."
            + NearestName.Question(name, subject.Stages.Names));

    static int? AsNumber(string name) =>
        int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

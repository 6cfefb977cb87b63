using System.IO.Enumeration;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Stages;

/// <summary>What a stage starts from, as far as the file alone tells it.</summary>
/// <param name="Section">The stage.</param>
/// <param name="Word">As FROM names it.</param>
/// <param name="Name">With the defaults of arguments; <see cref="FromScope.Unknown"/> stands for what a build has to say.</param>
/// <param name="Parent">The stage that it goes on from; null for an image, and where nobody can tell.</param>
/// <param name="IsImage">It is neither <c>scratch</c> nor a stage, nor can it become one by what a build says; nor does the build provide it.</param>
sealed record StageBase(LintSection Section, Word Word, string Name, LintSection? Parent, bool IsImage)
{
    /// <summary>Of all stages whose FROM can be read, in their order.</summary>
    public static IEnumerable<StageBase> Of(LintSubject subject)
    {
        var scope = new FromScope(subject, FromScope.Unknown);
        var above = new Dictionary<string, LintSection>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in subject.Sections)
        {
            if (section.Stage?.From.Image is { } word && scope.Expand(word.Text).Text is { Length: > 0 } name)
            {
                var parent = above.GetValueOrDefault(name);
                var isImage = parent is null && name.Replace(FromScope.Unknown, "") != "scratch" && !IsStage(name, above.Keys)
                    && !subject.Image.Provided.Contains(name);
                yield return new StageBase(section, word, name, parent, isImage);
            }

            if (section.Stage?.Name is { } own)
                above[own] = section;
        }
    }

    /// <summary>What the image is built on in the end, below the stages that its own goes on from; null where nobody can tell.</summary>
    public static StageBase? OfFinal(LintSubject subject) => subject.Final is { } final ? RootOf(subject, final) : null;

    /// <summary>The same for any stage.</summary>
    public static StageBase? RootOf(LintSubject subject, LintSection section)
    {
        var bases = Of(subject).ToDictionary(x => x.Section);
        var at = bases.GetValueOrDefault(section);
        while (at?.Parent is { } parent)
            at = bases.GetValueOrDefault(parent);
        return at;
    }

    /// <summary>A build has to say a part of it.</summary>
    public bool IsOpen => Name.Contains(FromScope.Unknown, StringComparison.Ordinal);

    /// <summary>The name in a sentence: as written, and what it is by default.</summary>
    public string Shown => Name == Word.Text || IsOpen
        ? $"'{Word.Text}'"
        : $"'{Word.Text}', by default '{Name}',";

    /// <summary>It names one image for ever, whatever its tag is.</summary>
    public bool HasDigest => Name.Contains('@');

    /// <summary>Null when there is none; empty when only its colon is there.</summary>
    public string? Tag => LastPart.IndexOf(':') is var colon and >= 0 ? LastPart[(colon + 1)..] : null;

    /// <summary>The name behind the last slash, with tag and digest.</summary>
    public string LastPart => Name[(Name.LastIndexOf('/') + 1)..];

    static bool IsStage(string name, IEnumerable<string> stages) =>
        name.Contains(FromScope.Unknown, StringComparison.Ordinal)
        && name.Replace(FromScope.Unknown, "*") is var pattern
        && stages.Any(x => FileSystemName.MatchesSimpleExpression(pattern, x));
}

using System.Text.RegularExpressions;
using Kiln.Commits;

namespace Kiln.CleaningUp;

/// <summary>What a tag is, by its form alone.</summary>
abstract partial record TagName
{
    TagName() { }

    internal static TagName Of(string tag)
    {
        if (AttachmentForm().Match(tag) is { Success: true } attached)
            return new Attachment(attached.Groups["subject"].Value);
        // Twelve decimal digits may be a commit, and may be a day and an hour: what could be a version is one.
        if (IsVersion(tag))
            return new Version();
        if (CommitForm().IsMatch(tag))
            return new Commit();
        return RequestForm().Match(tag) is { Success: true } request ? new Request(request.Groups["number"].Value) : new Other();
    }

    static bool IsVersion(string tag) =>
        SemanticVersion.TryParse(tag.Replace('_', '+')) is not null || RefTag.LooksLikeVersion(tag.StartsWith('v') ? tag[1..] : tag);

    /// <summary><c>1.4.2</c>, <c>1.4</c>, <c>v2</c>, and whatever begins like one.</summary>
    internal sealed record Version : TagName;

    /// <summary>A commit's twelve digits, also with <c>-dirty</c>, as Push gives them.</summary>
    internal sealed record Commit : TagName;

    /// <summary><c>pr-12</c>, also with <c>-dirty</c>.</summary>
    internal sealed record Request(string Number) : TagName;

    /// <summary>
    /// What registries without the referrers API keep under the digest of the image that it is about (OCI distribution specification 1.1, "Referrers Tag
    /// Schema"), and what cosign keeps so: <c>sha256-….sig</c>.
    /// </summary>
    internal sealed record Attachment(string Subject) : TagName;

    /// <summary>A branch, or a text of somebody's own.</summary>
    internal sealed record Other : TagName;

    [GeneratedRegex(@"\A[0-9a-f]{12}(?:-dirty)?\z")]
    private static partial Regex CommitForm();

    [GeneratedRegex(@"\Apr-(?<number>[0-9]+)(?:-dirty)?\z")]
    private static partial Regex RequestForm();

    [GeneratedRegex(@"\A(?<subject>sha(?:256|512)-[0-9a-f]{64})(?:\.[a-z]+)?\z")]
    private static partial Regex AttachmentForm();
}

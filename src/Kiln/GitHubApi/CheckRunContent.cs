using System.Globalization;
using System.Text;
using Kiln.Linting;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>All that a check run shows.</summary>
sealed record CheckRunContent(CheckConclusion Conclusion, string Title, string Summary, IReadOnlyList<NewCheckRunAnnotation> Annotations)
{
    // Twenty requests: nobody reads more, and GitHub slows down who writes much.
    const int MostAnnotations = 1000;

    /// <summary>Two that show the same have the same one; GitHub keeps it as <c>external_id</c>.</summary>
    internal string Fingerprint => Digest.OfBytes(Encoding.UTF8.GetBytes(string.Join('\n', [$"{Conclusion}", Title, Summary, .. Annotations.Select(Line)]))).Hex;

    internal static CheckRunContent Of(IReadOnlyList<LintReport> reports, LintOptions options)
    {
        var annotations = CheckRunAnnotations.Of(reports).Take(MostAnnotations).ToArray();
        return new CheckRunContent(
            CheckRunText.Conclusion(reports, options), CheckRunText.Title(reports), CheckRunText.Summary(reports, options, annotations.Length), annotations);
    }

    static string Line(NewCheckRunAnnotation x) =>
        string.Create(CultureInfo.InvariantCulture, $"{x.Path}:{x.StartLine}:{x.StartColumn}-{x.EndLine}:{x.EndColumn} {x.AnnotationLevel} {x.Title} {x.Message}");
}

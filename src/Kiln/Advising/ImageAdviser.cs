using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Files;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Advising;

/// <summary>Writes a page and a picture for each image under <c>reports/advice</c>.</summary>
public static class ImageAdviser
{
    /// <summary>Advises by the Dockerfiles as they are, and by the receipts of the last build where there are any.</summary>
    /// <returns>A line for each image, with the page's place.</returns>
    /// <exception cref="KilnException">As <see cref="ImageLinter.JudgeAsync"/>.</exception>
    public static IReadOnlyList<string> Advise(LintRequest request)
    {
        var folder = Path.Combine(request.Folders.Reports, "advice");
        var linter = new Linter(request.Options);
        return [.. request.Images.Select(image => Write(folder, request, linter, image))];
    }

    static string Write(string folder, LintRequest request, Linter linter, ImageSpec image)
    {
        var file = JudgedFile.Of(request, image);
        var subject = new LintSubject(Dockerfile.Parse(file.Text, file.Path), request.Options, file.Images[0]);
        var receipt = request.Folders.ReceiptOf(image);
        var advice = Advisor.Of(image.Name, subject, file.Judge(linter), ReceiptFile.Read(receipt)) with { IsStale = IsNewer(file.File?.Path, receipt) };

        var page = Path.Combine(folder, $"{image.Name}.md");
        var picture = $"{Path.GetFileName(image.Name)}.svg";
        WholeFile.Write(Path.Combine(Path.GetDirectoryName(page)!, picture), StageGraphSvg.Render(advice.Graph, advice.Weights));
        WholeFile.Write(page, AdviceMarkdown.Render(advice, picture));
        return $"Advised   {image.Name}: {Best(advice)} ({Path.GetRelativePath(request.Folders.Root, page).Replace('\\', '/')})";
    }

    static bool IsNewer(string? dockerfile, string receipt) =>
        dockerfile is not null && File.Exists(receipt) && File.GetLastWriteTimeUtc(dockerfile) > File.GetLastWriteTimeUtc(receipt);

    static string Best(ImageAdvice advice) => advice.Savings.FirstOrDefault() switch
    {
        null => "nothing would shrink it",
        { Bytes: { } bytes } => $"{advice.Savings.Count} {(advice.Savings.Count == 1 ? "way" : "ways")} to shrink it, the best by about {HumanUnits.Size(bytes)}",
        _ => $"{advice.Savings.Count} {(advice.Savings.Count == 1 ? "way" : "ways")} to shrink it",
    };
}

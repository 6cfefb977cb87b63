using Kiln.Linting;
using Kiln.Linting.Reports;
using Kiln.Primitives;

namespace Kiln.Tests.Linting;

/// <summary>The Dockerfiles of <c>samples/lessons</c>: each lesson is found before it is learned, and none is left after.</summary>
public sealed class LessonTests
{
    static readonly string Folder = Path.Combine(RepositoryRoot.Path, "samples", "lessons");

    public static TheoryData<string> Lessons => [.. Directory.EnumerateFiles(Folder, "*.after.Dockerfile").Select(x => Path.GetFileName(x).Split('.')[0]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void What_was_learned_is_not_found_again(string lesson) => Assert.Equal(
        "", string.Concat(Lint($"{lesson}.after").Findings.Where(x => x.Severity >= Severity.Warning).Select(x => LintText.Of(Lint($"{lesson}.after").Source, x))));

    static LintReport Lint(string name) => new Linter().Lint(File.ReadAllText(Path.Combine(Folder, $"{name}.Dockerfile")), $"{name}.Dockerfile");
}

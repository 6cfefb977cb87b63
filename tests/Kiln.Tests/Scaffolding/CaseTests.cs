using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;
using Kiln.Linting.Reports;
using Kiln.Scaffolding;

namespace Kiln.Tests.Scaffolding;

public sealed class CaseTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Cases => [.. Case.Names];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Writes_the_Dockerfiles_of_today(string name)
    {
        var plan = PlanOf(name);

        foreach (var project in plan.Projects)
            Snapshot.Matches(project.Files[0].After.TrimEnd('\n'), $"snapshots/{name}{(plan.Projects.Count > 1 ? $".{project.Name}" : "")}.Dockerfile");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tells_what_was_recognised_and_what_to_know(string name)
    {
        var lines = ScaffoldText.Lines(PlanOf(name));

        Snapshot.Matches(string.Join('\n', lines), $"snapshots/{name}.txt");
    }

    [Theory]
    [InlineData("dotnet-solution")]
    [InlineData("go-server")]
    [InlineData("gradle-modules")]
    [InlineData("npm-workspace")]
    [InlineData("rust-beside")]
    [InlineData("static-site")]
    [InlineData("static-site-root")]
    [InlineData("uv-flask")]
    [InlineData("uv-workspace")]
    public void Writes_what_is_not_sent(string name) =>
        Snapshot.Matches(PlanOf(name).Projects[0].Files[1].After.TrimEnd('\n'), $"snapshots/{name}.dockerignore");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_linter_finds_nothing(string name)
    {
        foreach (var project in PlanOf(name).Projects)
        {
            var (context, ignore) = ContextOf(name, project);
            var sent = Sent(context, ignore).Select(x => new ContextFile(x, 1));

            var report = new Linter().Lint(
                project.Files[0].After, project.Files[0].Path, new LintedImage { Context = new LintContext(() => sent, ignore, hasIgnoreFile: true) });

            Assert.Equal("", LintText.Of(report));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_copied_and_mounted_is_there_and_sent(string name)
    {
        var plan = PlanOf(name);
        Scaffolder.Write(plan);
        foreach (var project in plan.Projects)
        {
            var dockerfile = Dockerfile.Parse(project.Files[0].After);
            var (context, ignore) = ContextOf(name, project);
            var sent = Sent(context, ignore).ToArray();

            var missing = SourcesOf(dockerfile).Where(x => x != "." && !sent.Any(y => y == x || y.StartsWith($"{x.TrimEnd('/')}/", StringComparison.Ordinal)));

            Assert.Empty(missing);
            Assert.Empty(dockerfile.Diagnostics);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scaffolding_twice_changes_nothing(string name)
    {
        var first = PlanOf(name);
        Scaffolder.Write(first);

        var second = PlanOf(name);
        Scaffolder.Write(second);

        Assert.All(first.Files, x => Assert.Equal(ScaffoldedFileState.New, x.State));
        Assert.All(second.Files, x => Assert.Equal(ScaffoldedFileState.Same, x.State));
        Assert.Equal(first.Files.Select(x => (x.Path, x.After)), second.Files.Select(x => (x.Path, x.After)));
    }

    ScaffoldPlan PlanOf(string name)
    {
        if (!Directory.Exists(_folder[name]))
            Case.Lay(_folder, name);
        return Scaffolder.Plan(new ScaffoldRequest { Root = _folder[name] });
    }

    // As the line for Build.cs has it.
    (string Folder, DockerIgnore Ignore) ContextOf(string name, ScaffoldedProject project)
    {
        var folders = project.ImageLine.Split(')')[0].Split(" / ").Skip(1).Select(x => x.Trim('"'));
        return (Path.Combine([_folder[name], .. folders]), DockerIgnore.Parse(project.Files[1].After));
    }

    static IEnumerable<string> Sent(string context, DockerIgnore ignore) =>
        Directory.EnumerateFiles(context, "*", SearchOption.AllDirectories).Select(x => Path.GetRelativePath(context, x)).Where(x => !ignore.IsIgnored(x));

    static IEnumerable<string> SourcesOf(Dockerfile dockerfile) =>
    [
        .. dockerfile.Instructions.OfType<CopyInstruction>().Where(x => x.From is null).SelectMany(x => x.Sources).Select(x => x.Text),
        .. dockerfile.Instructions.OfType<RunInstruction>().SelectMany(x => x.Mounts).Where(x => x.Type == "bind").Select(x => x.Source!.Text),
    ];
}

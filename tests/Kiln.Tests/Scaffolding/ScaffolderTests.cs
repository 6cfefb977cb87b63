using Kiln.Scaffolding;

namespace Kiln.Tests.Scaffolding;

public sealed class ScaffolderTests : IDisposable
{
    const string GoProgram = "package main\n\nfunc main() {}\n";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_is_written_where_one_file_has_other_content()
    {
        WriteGo("repo");
        _folder.Write("repo/.dockerignore", "# mine\n");

        var refused = Assert.Throws<KilnException>(() => Scaffolder.Write(Plan()));

        Assert.Equal("KILN1072", refused.Code);
        Assert.StartsWith("A file is there with other content, so nothing was written:\n  .dockerignore\n\n--- a/.dockerignore\n+++ b/.dockerignore\n@@ ", refused.Message);
        Assert.Contains("\n-# mine\n+# Written by Kiln", refused.Message);
        Assert.EndsWith("\nTo have them written anew, say --overwrite-files; to keep yours, leave the project out with --only-projects.", refused.Message);
        Assert.False(File.Exists(_folder["repo/Dockerfile"]));
        Assert.Equal("# mine\n", File.ReadAllText(_folder["repo/.dockerignore"]));
    }

    [Fact]
    public void Files_of_other_content_are_written_anew_where_that_is_asked_for_and_the_difference_is_told()
    {
        WriteGo("repo");
        _folder.Write("repo/.dockerignore", "# mine\n");

        var plan = Plan(x => x with { Overwrites = true });
        Scaffolder.Write(plan);

        Assert.StartsWith("# Written by Kiln", File.ReadAllText(_folder["repo/.dockerignore"]));
        Assert.Contains("  written     Dockerfile", ScaffoldText.Lines(plan));
        Assert.Contains("  overwritten .dockerignore", ScaffoldText.Lines(plan));
        Assert.Contains("-# mine", ScaffoldText.Lines(plan));
    }

    [Fact]
    public void Other_line_ends_are_no_other_content()
    {
        WriteGo("repo");
        Scaffolder.Write(Plan());
        var written = File.ReadAllText(_folder["repo/Dockerfile"]).ReplaceLineEndings("\r\n");
        File.WriteAllText(_folder["repo/Dockerfile"], written);

        Scaffolder.Write(Plan());

        Assert.Equal(written, File.ReadAllText(_folder["repo/Dockerfile"]));
        Assert.Contains("  unchanged   Dockerfile", ScaffoldText.Lines(Plan()));
    }

    [Theory]
    [InlineData("services/api")]
    [InlineData("./services/api/")]
    [InlineData("services\\api")]
    [InlineData("api")]
    [InlineData("services/api/go.mod")]
    public void Projects_are_chosen_by_folder_by_its_name_and_by_the_image(string typed)
    {
        WriteGo("repo/services/api");
        WriteGo("repo/services/worker");

        var plan = Plan(x => x with { Projects = [typed] });

        Assert.Equal(["services/api"], plan.Projects.Select(x => x.Folder));
    }

    [Fact]
    public void A_name_that_no_project_has_is_refused_with_the_nearest_and_all()
    {
        WriteGo("repo/services/api");
        WriteGo("repo/services/worker");

        var refused = Assert.Throws<KilnException>(() => Plan(x => x with { Projects = ["services/worke", "api"] }));

        Assert.Equal("KILN1071", refused.Code);
        Assert.Equal(
            """
            No project is called 'services/worke'. Did you mean 'services/worker'? There are:
              api in services/api
              worker in services/worker
            --only-projects takes names and folders.
            """,
            refused.Message);
    }

    [Fact]
    public void A_folder_that_makes_no_image_is_refused_with_the_reason()
    {
        WriteGo("repo/services/api");
        _folder.Write("repo/lib/go.mod", "module example.com/lib\n");

        var refused = Assert.Throws<KilnException>(() => Plan(x => x with { Projects = ["lib"] }));

        Assert.Equal("KILN1071", refused.Code);
        Assert.StartsWith("'lib' makes no image (lib/go.mod: it has no 'package main' at its root or in cmd, so it is a library.).", refused.Message);
    }

    [Fact]
    public void A_folder_of_several_languages_is_refused_with_the_candidates_until_one_is_chosen()
    {
        WriteGo("repo");
        _folder.Write("repo/requirements.txt", "flask==3.0\n");
        _folder.Write("repo/main.py", "print(1)\n");

        var refused = Assert.Throws<KilnException>(() => Plan());
        var chosen = Plan(x => x with { Language = ScaffoldLanguage.Python });

        Assert.Equal("KILN1071", refused.Code);
        Assert.Equal(
            """
            A folder is several projects, and can have one Dockerfile:
              Dockerfile: Go (by go.mod), or Python with pip (by requirements.txt)
            Say which it is: --scaffold-language Go or Python. Or leave it out: --only-projects names those to write for.
            """,
            refused.Message);
        Assert.Equal([ScaffoldLanguage.Python], chosen.Projects.Select(x => x.Language));
    }

    [Fact]
    public void The_chosen_language_says_nothing_of_folders_that_are_not_of_it()
    {
        WriteGo("repo/api");

        Assert.Equal([ScaffoldLanguage.Go], Plan(x => x with { Language = ScaffoldLanguage.Rust }).Projects.Select(x => x.Language));
    }

    [Fact]
    public void A_repository_without_projects_is_told_what_was_looked_for()
    {
        _folder.Write("repo/README.md", "");
        _folder.Write("repo/core/core.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        var refused = Assert.Throws<KilnException>(() => Plan());

        Assert.Equal("KILN1070", refused.Code);
        Assert.Equal(
            $"""
            In '{_folder["repo"]}' and the folders below it there is no project that an image could be made of. These files were looked for:
              Go: go.mod
              Node.js: package.json
              Python: requirements.txt, poetry.lock, uv.lock
              Java: pom.xml, build.gradle, build.gradle.kts
              Rust: Cargo.toml
              .NET: *.csproj
              Static site: index.html
            These are there, and make no image:
              core/core.csproj: it is a library.
            Folders of tools and of what they make are not searched: .git, node_modules, bin, obj, target, dist, .venv, venv, vendor, .nuke, artifacts, tests, test, testdata, __pycache__.
            For another language write a Dockerfile, and name its folder where the images are described.
            """,
            refused.Message);
    }

    [Theory]
    [InlineData("package.json", "{\n  \"name\": \"x\",\n  \"scripts\" {}\n}", "'repo/package.json', line 3, cannot be read: JSON was expected. ")]
    [InlineData("package.json", "[]", "'repo/package.json', line 1, cannot be read: an object in braces was expected, and it is a list.")]
    [InlineData("package.json", "{\n  \"scripts\": 1\n}", "'repo/package.json', line 2, cannot be read: 'scripts' is a number, and an object in braces was expected.")]
    [InlineData("package.json", "{\n  \"engines\": { \"node\": 20 }, \"scripts\": { \"start\": \"node x\" } }", "'repo/package.json', line 2, cannot be read: 'engines.node' is a number, and a text in quotes was expected.")]
    [InlineData("a.csproj", "<Project>\n  <PropertyGroup>\n</Project>", "'repo/a.csproj', line 3, cannot be read: XML was expected. ")]
    [InlineData("a.csproj", "<project />", "'repo/a.csproj' cannot be read: <Project> was expected as its outermost element, and it is <project>.")]
    [InlineData("pom.xml", "", "'repo/pom.xml', line 0, cannot be read: XML was expected. ")]
    public void A_file_that_cannot_be_read_is_named_with_line_and_expectation(string file, string text, string expected)
    {
        _folder.Write($"repo/{file}", text);

        var refused = Assert.Throws<KilnException>(() => Scaffolder.Plan(new ScaffoldRequest { Root = _folder.Path }));

        Assert.Equal("KILN1071", refused.Code);
        Assert.StartsWith(expected, refused.Message);
    }

    [Fact]
    public void Folders_of_tools_of_tests_and_of_the_build_are_not_searched()
    {
        WriteGo("repo/api");
        foreach (var folder in new[] { "node_modules/a", "vendor/b", "tests/c", ".hidden/d", "artifacts/e", "x/bin/f" })
            WriteGo($"repo/{folder}");
        _folder.Write("repo/build/_build.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");

        Assert.Equal(["api"], Plan().Projects.Select(x => x.Name));
    }

    [Fact]
    public void Images_of_one_name_are_told_apart_by_their_folders()
    {
        WriteGo("repo/shop/Api");
        WriteGo("repo/blog/Api");
        WriteGo("repo/OrderService");

        Assert.Equal(["order-service", "blog-api", "shop-api"], Plan().Projects.Select(x => x.Name));
    }

    [Fact]
    public void What_is_passed_over_is_told_and_libraries_are_not()
    {
        WriteGo("repo/api");
        _folder.Write("repo/old/pom.xml", "<project><artifactId>old</artifactId><packaging>war</packaging></project>");
        _folder.Write("repo/core/core.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        Assert.Equal(["old/pom.xml: its packaging is war, which an application server runs; for an image make it a jar."], Plan().PassedOver);
    }

    // A program that is called as its folder.
    void WriteGo(string folder)
    {
        _folder.Write($"{folder}/go.mod", $"module example.com/{Path.GetFileName(folder)}\n\ngo 1.24\n");
        _folder.Write($"{folder}/main.go", GoProgram);
    }

    ScaffoldPlan Plan(Func<ScaffoldRequest, ScaffoldRequest>? change = null) =>
        Scaffolder.Plan((change ?? (x => x))(new ScaffoldRequest { Root = _folder["repo"] }));
}

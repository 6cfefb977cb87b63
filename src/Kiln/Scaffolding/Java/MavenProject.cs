using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Java;

/// <summary>A <c>pom.xml</c> with those that it inherits from, and the one that builds it together with others.</summary>
sealed partial class MavenProject
{
    readonly FolderTree _tree;

    MavenProject(FolderTree tree, string folder)
    {
        (_tree, Folder) = (tree, folder);
        var chain = ChainOf(tree, folder).ToArray();
        Chain = [.. chain.Select(x => x.Pom)];
        Root = Paths.WithParents(folder).Last(x => x == folder || Lists(tree, x, folder));
        Context = Paths.Common([Root, .. chain.Select(x => Paths.Parent(x.Path))]);
    }

    public string Folder { get; }

    public string Marker => Paths.Join(Folder, "pom.xml");

    /// <summary>The folder whose pom.xml builds this one: the topmost that lists it among its modules.</summary>
    public string Root { get; }

    /// <summary>The folder that holds that one, and all that it inherits from.</summary>
    public string Context { get; }

    /// <summary>Itself, then its parents in this repository.</summary>
    public ValueList<XElement> Chain { get; }

    public XElement Own => Chain[0];

    public string Artifact => Own.TextAt("artifactId") ?? Paths.Name(Folder);

    public string Packaging => Own.TextAt("packaging") ?? "jar";

    public bool IsModule => Root != Folder;

    public bool HasWrapper => _tree.HasFile(Paths.Join(Root, "mvnw"));

    public bool HasSettings => _tree.HasFolder(Paths.Join(Root, ".mvn"));

    /// <summary>It has dependencies, with those of its tests.</summary>
    public bool HasDependencies => Dependencies.Any();

    /// <summary>Some of them are needed while it runs.</summary>
    public bool HasRunTimeDependencies => Dependencies.Any(x => x.TextAt("scope") is null or "compile" or "runtime");

    /// <summary>Nothing else of the repository takes part, so dependencies can be fetched before the sources are there.</summary>
    public bool IsAlone => !IsModule && Context == Root && Own.At("modules") is null;

    /// <summary>Which libraries it takes depends on the machine that builds: those of JavaFX and JavaCPP, and what os-maven-plugin names.</summary>
    public bool HasNativeLibraries => DependsOn("javafx-") || DependsOn("javacpp")
        || Dependencies.Any(x => x.TextAt("classifier")?.Contains("${os.", StringComparison.Ordinal) is true);

    IEnumerable<XElement> Dependencies => Chain.SelectMany(x => x.At("dependencies")?.Elements() ?? []);

    public static MavenProject? Read(FolderTree tree, string folder) =>
        tree.HasFile(Paths.Join(folder, "pom.xml")) ? new MavenProject(tree, folder) : null;

    /// <summary>A plugin that it runs, or inherits; what is only managed is not run.</summary>
    public XElement? Plugin(string artifact) =>
        Chain.SelectMany(x => x.At("build", "plugins")?.Elements() ?? []).FirstOrDefault(x => x.TextAt("artifactId") == artifact);

    /// <summary>A plugin that stands in its own file.</summary>
    public bool HasOwnPlugin(string artifact) => Own.At("build", "plugins")?.Elements().Any(x => x.TextAt("artifactId") == artifact) is true;

    /// <summary>Whether it depends on something whose name begins so.</summary>
    public bool DependsOn(string artifactStart) =>
        Dependencies.Any(x => x.TextAt("artifactId")?.StartsWith(artifactStart, StringComparison.Ordinal) is true);

    /// <summary>A property, with those in it put in; null where there is none, or one of them is not known.</summary>
    public string? Property(string name) => Written(name) is { } text ? Resolve(text) : null;

    /// <summary>A text with its properties put in; null where one is not known.</summary>
    public string? Resolve(string text)
    {
        for (var i = 0; i < 5 && Reference().Match(text) is { Success: true } match; i++)
        {
            var value = match.Groups[1].Value switch
            {
                "project.artifactId" or "artifactId" => Artifact,
                var name => Written(name),
            };
            if (value is null)
                return null;
            text = text.Replace(match.Value, value);
        }

        return Reference().IsMatch(text) ? null : text;
    }

    /// <summary>The version of Java that it is compiled for; null where it does not say.</summary>
    public string? JavaVersion
    {
        get
        {
            var settings = Plugin("maven-compiler-plugin").At("configuration");
            var configured = settings.TextAt("release") ?? settings.TextAt("target");
            var names = new[] { "maven.compiler.release", "java.version", "maven.compiler.target", "maven.compiler.source" };
            return (configured is null ? null : Resolve(configured)) ?? names.Select(Property).FirstOrDefault(x => x is not null);
        }
    }

    /// <summary>The version of Spring Boot; null where it cannot be seen.</summary>
    public Version? SpringBootVersion
    {
        get
        {
            var parent = Chain.Select(x => x.At("parent")).FirstOrDefault(x => x.TextAt("artifactId") == "spring-boot-starter-parent").TextAt("version");
            var managed = Chain.SelectMany(x => x.At("dependencyManagement", "dependencies")?.Elements() ?? [])
                .FirstOrDefault(x => x.TextAt("artifactId") == "spring-boot-dependencies").TextAt("version");
            var written = parent ?? managed ?? Plugin("spring-boot-maven-plugin").TextAt("version");
            return written is not null && Resolve(written) is { } version ? Versions.Of(version) : null;
        }
    }

    string? Written(string property) => Chain.Select(x => x.TextAt("properties", property)).FirstOrDefault(x => x is not null);

    static IEnumerable<(string Path, XElement Pom)> ChainOf(FolderTree tree, string folder)
    {
        var (at, seen) = (Paths.Join(folder, "pom.xml"), new HashSet<string>());
        while (tree.HasFile(at) && seen.Add(at))
        {
            var pom = XmlFile.Read(tree, at, "project");
            yield return (at, pom);
            if (pom.At("parent") is not { } parent)
                yield break;
            // An empty element says that the parent is not in the repository.
            var relative = parent.At("relativePath") is { } path ? path.Value.Trim() : "../pom.xml";
            if (relative.Length == 0)
                yield break;
            var next = Paths.Join(Paths.Parent(at), relative);
            var target = next.EndsWith(".xml", StringComparison.Ordinal) ? next : Paths.Join(next, "pom.xml");
            if (!tree.HasFile(target) || XmlFile.Read(tree, target, "project").TextAt("artifactId") != parent.TextAt("artifactId"))
                yield break;
            at = target;
        }
    }

    // A module may hold modules of its own.
    static bool Lists(FolderTree tree, string root, string folder) => tree.HasFile(Paths.Join(root, "pom.xml"))
        && XmlFile.Read(tree, Paths.Join(root, "pom.xml"), "project").All("module").Select(x => Paths.Join(root, x.Value.Trim()))
            .Any(x => x == folder || (x != root && Paths.IsIn(x, folder) && Lists(tree, x, folder)));

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Reference();
}

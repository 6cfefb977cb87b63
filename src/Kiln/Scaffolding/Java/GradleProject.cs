using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Java;

/// <summary>A build script of Gradle, read as text: it is a program, and only Gradle knows what it does.</summary>
sealed partial class GradleProject
{
    static readonly string[] Scripts = ["build.gradle.kts", "build.gradle"];

    static readonly string[] Settings = ["settings.gradle.kts", "settings.gradle"];

    readonly FolderTree _tree;
    readonly string _text;

    GradleProject(FolderTree tree, string folder, string script)
    {
        (_tree, Folder, Script) = (tree, folder, script);
        _text = WithoutComments(tree.Read(Marker));
        Root = Paths.WithParents(folder).FirstOrDefault(x => Settings.Any(y => tree.HasFile(Paths.Join(x, y)))) ?? folder;
    }

    public string Folder { get; }

    /// <summary>The script's name.</summary>
    public string Script { get; }

    public string Marker => Paths.Join(Folder, Script);

    /// <summary>The folder with the settings, from which all is built.</summary>
    public string Root { get; }

    public bool IsModule => Root != Folder;

    /// <summary>The project's path for tasks: <c>:services:api:</c>; empty for the root.</summary>
    public string TaskPrefix => IsModule ? $":{Paths.Relative(Root, Folder).Replace('/', ':')}:" : "";

    public bool HasWrapper => _tree.HasFile(Paths.Join(Root, "gradlew"));

    /// <summary>No other script takes part, so dependencies can be fetched before the sources are there.</summary>
    public bool IsAlone => !IsModule && !_tree.HasFolder(Paths.Join(Root, "buildSrc")) && !Include().IsMatch(SettingsText);

    /// <summary>The files that say which dependencies there are, from the root folder; folders end with a slash.</summary>
    public IEnumerable<string> Manifests =>
    [
        .. ((string[])[Script, .. Settings, "gradle.properties", "gradle.lockfile", "gradlew"]).Where(x => _tree.HasFile(Paths.Join(Root, x))),
        .. _tree.HasFolder(Paths.Join(Root, "gradle")) ? ["gradle"] : Array.Empty<string>(),
    ];

    public bool HasSpringBoot => HasPlugin("org.springframework.boot", @"spring\W?boot");

    public bool HasQuarkus => HasPlugin("io.quarkus", "quarkus");

    public bool HasApplication => HasPlugin("application", "application") || HasPlugin("io.ktor.plugin", "ktor") || BareApplication().IsMatch(_text);

    /// <summary>The class to start, as the script names it.</summary>
    public string? MainClass => MainClassSetting().Match(_text) is { Success: true } match ? match.Groups[1].Value : null;

    public bool HasJvmArguments => _text.Contains("applicationDefaultJvmArgs", StringComparison.Ordinal);

    public bool UsesWeb => _text.Contains("starter-web", StringComparison.Ordinal) || _text.Contains("spring.boot.starter.web", StringComparison.Ordinal);

    /// <summary>Which libraries it takes depends on the machine that builds: those of JavaFX and JavaCPP, and what the plugin osdetector names.</summary>
    public bool HasNativeLibraries => new[] { "org.openjfx", "javacpp", "osdetector" }.Any(x => _text.Contains(x, StringComparison.Ordinal));

    /// <summary>The version of Java that it is compiled for; null where it does not say.</summary>
    public string? JavaVersion => new[] { _text, IsModule ? WithoutComments(RootText) : "" }
        .Select(x => JavaVersionSetting().Match(x)).Where(x => x.Success)
        .Select(x => x.Groups.Values.Skip(1).First(y => y.Success).Value.Replace('_', '.')).FirstOrDefault();

    /// <summary>The version of Spring Boot; null where it cannot be seen.</summary>
    public Version? SpringBootVersion
    {
        get
        {
            var catalogue = _tree.TryRead(Paths.Join(Root, "gradle/libs.versions.toml")) ?? "";
            Match[] all = [BootVersion().Match(_text), BootVersion().Match(RootText), BootVersionOfCatalogue().Match(catalogue)];
            return all.FirstOrDefault(x => x.Success) is { } found ? Versions.Of(found.Groups[1].Value) : null;
        }
    }

    string SettingsText => Settings.Select(x => _tree.TryRead(Paths.Join(Root, x))).FirstOrDefault(x => x is not null) ?? "";

    string RootText => Scripts.Select(x => _tree.TryRead(Paths.Join(Root, x))).FirstOrDefault(x => x is not null) ?? "";

    public static GradleProject? Read(FolderTree tree, string folder) =>
        Scripts.FirstOrDefault(x => tree.HasFile(Paths.Join(folder, x))) is { } script ? new GradleProject(tree, folder, script) : null;

    // 'apply false' only says which version the projects below take.
    bool HasPlugin(string id, string alias)
    {
        var byId = $"""(?:\bid\s*\(?\s*|apply\s+plugin:\s*|apply\(plugin\s*=\s*)["']{Regex.Escape(id)}["']""";
        var byAlias = $@"alias\s*\(?\s*libs\.plugins\.[\w.]*{alias}";
        return _text.Split('\n').Where(x => !NotApplied().IsMatch(x)).Any(x => Regex.IsMatch(x, byId) || Regex.IsMatch(x, byAlias, RegexOptions.IgnoreCase));
    }

    static string WithoutComments(string text) => LineComment().Replace(BlockComment().Replace(text, ""), "");

    [GeneratedRegex(@"apply\s*\(?\s*false")]
    private static partial Regex NotApplied();

    [GeneratedRegex(@"^\s*`?application`?\s*$", RegexOptions.Multiline)]
    private static partial Regex BareApplication();

    [GeneratedRegex("""mainClass(?:Name)?(?:\.set)?\s*(?:=|\()\s*["']([\w.]+)["']""")]
    private static partial Regex MainClassSetting();

    [GeneratedRegex("""
        JavaLanguageVersion\.of\(\s*["']?(\d+)
        | jvmToolchain\(\s*(\d+)
        | (?:source|target)Compatibility\s*=?\s*["']?(?:JavaVersion\.VERSION_)?(\d+(?:[._]\d+)?)
        | options\.release(?:\.set)?\s*[=(]\s*(\d+)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex JavaVersionSetting();

    [GeneratedRegex("""org\.springframework\.boot["']\s*\)?\s*version\s*\(?\s*["'](\d[\w.]*)["']""")]
    private static partial Regex BootVersion();

    [GeneratedRegex("""^\s*spring-?boot[\w-]*\s*=\s*["'](\d[\w.]*)["']""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BootVersionOfCatalogue();

    [GeneratedRegex(@"^\s*include(?:Build)?\s*[(\s]", RegexOptions.Multiline)]
    private static partial Regex Include();

    [GeneratedRegex(@"(?<!:)//[^\n]*")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex BlockComment();
}

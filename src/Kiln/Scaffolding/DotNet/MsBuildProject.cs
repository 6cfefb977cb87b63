using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.DotNet;

/// <summary>A <c>csproj</c>, read as far as its image depends on it; conditions are taken to hold.</summary>
sealed partial class MsBuildProject
{
    static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "xunit.v3", "TUnit", "MSTest", "Microsoft.Testing.Platform"];

    // They refuse to start without.
    static readonly string[] WithCultures = ["Microsoft.Data.SqlClient", "Microsoft.EntityFrameworkCore.SqlServer"];

    readonly FolderTree _tree;
    readonly XElement _own;

    MsBuildProject(FolderTree tree, string path)
    {
        (_tree, Path) = (tree, path);
        _own = XmlFile.Read(tree, path, "Project");
        Inherited = [.. Paths.WithParents(Folder).Select(x => Paths.Join(x, "Directory.Build.props")).Where(tree.HasFile)];
    }

    /// <summary>From the root.</summary>
    public string Path { get; }

    public string Folder => Paths.Parent(Path);

    /// <summary>Of the file, without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Properties files that it gets values from, the nearest first.</summary>
    public ValueList<string> Inherited { get; }

    public string Sdk => (_own.Named("Sdk") ?? _own.All("Sdk").Concat(_own.All("Import").Where(x => x.Named("Sdk") is not null))
        .Select(x => x.Named("Name") ?? x.Named("Sdk")).FirstOrDefault() ?? "").Split(';', '/')[0];

    public bool IsWeb => Sdk == "Microsoft.NET.Sdk.Web" || _own.All("FrameworkReference").Any(x => x.Named("Include") == "Microsoft.AspNetCore.App");

    public bool IsWorker => Sdk == "Microsoft.NET.Sdk.Worker";

    /// <summary>It is started, and not only used by others.</summary>
    public bool IsProgram => OutputType switch
    {
        "exe" => true,
        null => Sdk is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Worker",
        _ => false,
    };

    public bool IsTest => Is("IsTestProject") || Sdk.StartsWith("MSTest.", StringComparison.Ordinal) || TestPackages.Any(HasPackage)
        || Name.EndsWith("Tests", StringComparison.Ordinal) || Name.EndsWith(".Test", StringComparison.Ordinal);

    /// <summary>Why there is no image of a program; null where there is one.</summary>
    public string? Objection =>
        Is("PackAsTool") ? "it is a tool, which NuGet delivers."
        : Is("IsAspireHost") || Sdk.StartsWith("Aspire.AppHost", StringComparison.Ordinal) || HasPackage("Aspire.Hosting.AppHost")
            ? "it starts other projects while they are developed."
        : Framework is null && Property("TargetFramework") is not null ? $"'{Property("TargetFramework")}' does not run on Linux, or has no image."
        : null;

    /// <summary>For instance 10.0; null for a framework without an image. The newest where there are several.</summary>
    public Version? Framework => Frameworks.Select(x => FrameworkName().Match(x.Trim())).Where(x => x.Success)
        .Select(x => Versions.Of(x.Groups[1].Value)).Where(x => x.Major >= 6).DefaultIfEmpty(Frameworks.Any() ? null : Versions.Of(BaseTags.DotNet)).Max();

    /// <summary>There are several frameworks, so publishing has to be told which.</summary>
    public bool HasSeveralFrameworks => Property("TargetFrameworks") is not null;

    public bool IsNative => Is("PublishAot");

    public bool IsSelfContained => Is("PublishTrimmed") || Is("SelfContained") || Is("PublishSelfContained");

    public bool IsSingleFile => Is("PublishSingleFile");

    /// <summary>It needs the rules of languages, for sorting and formatting, which small images lack.</summary>
    public bool NeedsCultures => Property("InvariantGlobalization") is "false" || WithCultures.Any(HasPackage);

    /// <summary>It says itself that it needs no rules of languages.</summary>
    public bool IsInvariant => Is("InvariantGlobalization");

    public bool NamesRuntimes => Property("RuntimeIdentifiers") is not null || Property("RuntimeIdentifier") is not null;

    public string Assembly => Property("AssemblyName") is { } name && !name.Contains('$') ? name : Name;

    /// <summary>Projects that it is built with, from the root.</summary>
    public IEnumerable<string> References => PathsOf("ProjectReference");

    /// <summary>Files outside of its folder that it compiles or brings along.</summary>
    public IEnumerable<string> Foreign => new[] { "Compile", "Content", "None", "EmbeddedResource", "AdditionalFiles", "Protobuf" }
        .SelectMany(PathsOf).Select(x => x.Split('*')[0]).Where(x => !Paths.IsIn(Folder, x));

    string? OutputType => Property("OutputType")?.ToLowerInvariant();

    IEnumerable<string> Frameworks =>
        (Property("TargetFrameworks") ?? Property("TargetFramework"))?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A path as it is written in a project, from the folder of that.</summary>
    public static string WithoutOwnFolder(string path) =>
        path.Replace('\\', '/').Replace("$(MSBuildThisFileDirectory)", "").Replace("$(MSBuildProjectDirectory)/", "");

    public static MsBuildProject Read(FolderTree tree, string path) => tree.Once(path, () => new MsBuildProject(tree, path));

    public bool HasPackage(string name) =>
        _own.All("PackageReference").Any(x => string.Equals(x.Named("Include"), name, StringComparison.OrdinalIgnoreCase));

    bool Is(string property) => string.Equals(Property(property), "true", StringComparison.OrdinalIgnoreCase);

    // Its own value wins over an inherited one, and the last of a file over those before it.
    string? Property(string name) => Inherited.Select(x => XmlFile.Read(_tree, x, "Project")).Prepend(_own)
        .Select(x => x.All(name).LastOrDefault(y => y.Parent?.Name.LocalName == "PropertyGroup")?.Value.Trim())
        .FirstOrDefault(x => !string.IsNullOrEmpty(x));

    IEnumerable<string> PathsOf(string item) => _own.All(item).Select(x => x.Named("Include")).OfType<string>()
        .SelectMany(x => x.Split(';', StringSplitOptions.RemoveEmptyEntries))
        .Select(x => WithoutOwnFolder(x.Trim()))
        .Where(x => !x.Contains("$(")).Select(x => Paths.Join(Folder, x));

    [GeneratedRegex(@"^net(?:coreapp)?(\d+\.\d+)$")]
    private static partial Regex FrameworkName();
}

using Kiln.Components.Running;
using Kiln.Scaffolding;
using Nuke.Common;

namespace Kiln.Components;

/// <summary>Writes Dockerfiles for the projects of the repository.</summary>
public interface IScaffold : INukeBuild
{
    /// <summary>The projects to write for, by folder or by name. Default: all that are found.</summary>
    [Parameter("Projects to write Dockerfiles for, by folder or name. Default is all that are found")]
    string[] OnlyProjects => TryGetValue(() => OnlyProjects) ?? [];

    /// <summary>The language to take where a folder is several projects. Default: none, and such a folder is refused.</summary>
    [Parameter("Language to take where a folder is several projects: Go, Node, Python, Java, Rust, DotNet or StaticSite")]
    ScaffoldLanguage? ScaffoldLanguage => TryGetValue<ScaffoldLanguage?>(() => ScaffoldLanguage);

    /// <summary>Whether files that are there with other content are written anew. Default: no.</summary>
    [Parameter("Overwrites Dockerfiles and ignore files that are there with other content")]
    bool OverwriteFiles => TryGetValue<bool?>(() => OverwriteFiles) ?? false;

    /// <summary>Writes all files or none, and prints the lines that describe the images.</summary>
    Target Scaffold => _ => _
        .Description("Recognises projects and writes a Dockerfile of best practice for each")
        .Executes(() => PipelineRun.Of(this).Do(() => PipelineRun.Scaffold(this)));
}

namespace Kiln.Contracts.Arrows;

/// <summary>The arrows inside Kiln (design, §3). A new folder adds a row, a new arrow a decision record.</summary>
internal static class NamespaceRules
{
    public static IReadOnlyList<NamespaceRule> OfKiln { get; } =
    [
        new("only Processes starts a process", ["CliWrap", "System.Diagnostics.ProcessStartInfo"], ["Kiln.Processes"]),
        new(
            "only Oci.Registries, Downloads, GitHubApi, GitLabApi and SmokeTesting open a socket",
            ["System.Net.Http", "System.Net.Sockets", "System.Net.WebSockets", "System.Net.Security"],
            ["Kiln.Oci.Registries", "Kiln.Downloads", "Kiln.GitHubApi", "Kiln.GitLabApi", "Kiln.SmokeTesting"]),
        new("only GitHubApi knows Octokit", ["Octokit"], ["Kiln.GitHubApi"]),
        new("only Workflows.Yaml knows YamlDotNet", ["YamlDotNet"], ["Kiln.Workflows.Yaml"]),
        new("only Reporting.Terminal knows Spectre.Console", ["Spectre.Console"], ["Kiln.Reporting.Terminal"]),
        new("Kiln knows neither NUKE nor the engine", ["Nuke", "Kiln.Engine", "Kiln.Components", "Serilog"], []),
        new("Dockerfiles knows neither Oci nor Workflows", ["Kiln.Oci", "Kiln.Workflows"], [], "Kiln.Dockerfiles"),
        new("Oci knows neither Dockerfiles nor Workflows", ["Kiln.Dockerfiles", "Kiln.Workflows"], [], "Kiln.Oci"),
        new("rules know no files", ["Kiln.Buildx", "Kiln.Images", "Kiln.Contexts", "System.IO.File", "System.IO.Directory"], [], "Kiln.Linting.Rules"),
        new("of Linting, only Programs starts one", ["Kiln.Processes"], ["Kiln.Linting.Programs"], "Kiln.Linting"),
        new("scripts are read without files", ["System.IO.File", "System.IO.Directory"], [], "Kiln.Linting.Scripts"),
        new("Caching plans, and knows neither who builds nor who pushes", ["Kiln.Buildx", "Kiln.Pushing"], [], "Kiln.Caching"),
        new("Workflows knows neither Dockerfiles nor Oci", ["Kiln.Dockerfiles", "Kiln.Oci"], [], "Kiln.Workflows"),
    ];
}

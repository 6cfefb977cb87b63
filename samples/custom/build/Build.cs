using Kiln;
using Kiln.Components;
using Kiln.Linting;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Custom;
using Nuke.Common;

class Build : NukeBuild, IContainerPipeline, IListLayers
{
    public static int Main() => Execute<Build>(x => ((IDockerBuild)x).DockerBuild);

    IEnumerable<ImageSpec> IHazImages.Images => [new("app", RootDirectory / "app")];

    IEnumerable<RegistryNamespace> IHazRegistries.Registries => ["registry.example.com/acme"];

    // #region scanner
    // It gets the layout of one platform, and writes findings as JSON; the gate judges them like anybody else's.
    IEnumerable<IScanner> IScan.Scanners =>
        [new CommandScanner(new CommandRunner(), "names", (string)(RootDirectory / "tools" / "names.sh"), "{layout}", "{report}") { Version = "1" }];
    // #endregion

    // #region lint
    // Errors fail the build; what hadolint calls DL3006 is one here, and one rule is the team's own.
    LintOptions ILint.LintOptions => new() { Severities = [new("DL3006", Severity.Error)], OwnRules = [new NamedByTeam()] };
    // #endregion

    // #region cache
    // Steps of the last stage only, and where they cannot be written no build fails: options that Kiln does not model, in buildx's own words. {image}, {platforms} and {ref} tell
    // apart what would overwrite each other.
    CachePolicy IHazCache.Cache => StepCache is null ? CachePolicy.None : CachePolicy.Custom(
        from: $"type=registry,ref={StepCache}/{{image}}:{{platforms}}-{{ref}}",
        to: $"type=registry,ref={StepCache}/{{image}}:{{platforms}}-{{ref}},mode=min,ignore-error=true");

    [Parameter("Registry in which the results of steps are kept for other machines, as 'cache.example.com/acme'. Default is none")]
    readonly string? StepCache = null;
    // #endregion
}

using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.DotNet;

/// <summary>Publishes for any platform, and runs on the smallest base that has what the program needs.</summary>
static class DotNetDockerfile
{
    // NuGet's own locks let several builds use it at once. If one step locked the mount and another did not, BuildKit would give the latter an empty one meanwhile.
    const string Packages = "/root/.nuget/packages";

    const string Registry = "mcr.microsoft.com/dotnet";

    // The first SDK that takes $TARGETARCH as BuildKit gives it, and the first with an image that compiles natively.
    static readonly Version OldestSdk = new(8, 0, 0);

    static readonly Version OldestNativeSdk = new(10, 0, 0);

    static readonly Version FirstOnNoble = new(8, 0, 0);

    public static string Of(MsBuildProject project, RestoreInputs inputs, string? pinnedSdk, bool isWeb, string image)
    {
        var path = DockerfileText.Word(Paths.Relative(inputs.Context, project.Path));
        var framework = project.Framework!;
        var isForPlatform = IsForPlatform(project, inputs);
        var arch = isForPlatform ? " --arch $TARGETARCH" : "";
        var selfContained = project is { IsSelfContained: true, IsNative: false } ? " -p:SelfContained=true" : "";
        var host = StartsByItself(project) ? "" : " -p:UseAppHost=false";
        var several = project.HasSeveralFrameworks ? $" --framework net{framework.Major}.{framework.Minor}" : "";
        var symbols = project.IsNative ? " -p:CopyOutputSymbolsToPublishDirectory=false" : "";
        var locked = inputs.HasLocks ? " --locked-mode" : "";
        return DockerfileText.Of(
            DockerfileText.Lines(
                project.IsNative
                    ? "# build compiles to machine code, so it runs on the platform that it compiles for."
                    : "# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.",
                $"FROM {(project.IsNative ? "" : "--platform=$BUILDPLATFORM ")}{Registry}/sdk:{SdkTag(project, pinnedSdk)} AS build",
                isForPlatform ? "ARG TARGETARCH" : null,
                "WORKDIR /src"),
            DockerfileText.Lines(
            [
                "# What restore reads comes first: packages are fetched again only when one of these files changes.",
                .. inputs.Files.GroupBy(Paths.Parent).Select(x => Copy(inputs.Context, x.Key, x)),
                .. inputs.Folders.Select(x => Paths.Relative(inputs.Context, x)).Select(x => DockerfileText.Copy([$"{x}/"], $"{x}/")),
                DockerfileText.Run([DockerfileText.Cache(Packages)], $"dotnet restore {path}{arch}{host}{selfContained}{locked}"),
            ]),
            DockerfileText.Lines(
                "COPY . .",
                // Not --no-restore: where the layer above comes from a cache, the mount may be an empty one, and a mount is only ever a shortcut.
                DockerfileText.Run(
                    [DockerfileText.Cache(Packages)],
                    $"dotnet publish {path} --configuration Release{several}{arch}{host}{selfContained}{symbols}{(inputs.HasLocks ? " -p:RestoreLockedMode=true" : "")} --output /app")),
            DockerfileText.Lines(
                $"# final has {WhatFinalHas(project)}, and neither shell nor package manager.",
                $"FROM {Registry}/{FinalName(project, isWeb)}:{FinalTag(project)} AS final",
                DockerfileText.Title(image),
                "WORKDIR /app",
                "COPY --from=build /app ./",
                "USER 1654:1654",
                isWeb ? "EXPOSE 8080" : null,
                $"ENTRYPOINT {DockerfileText.Json(StartsByItself(project) ? [$"./{project.Assembly}"] : ["dotnet", $"{project.Assembly}.dll"])}"));
    }

    static bool StartsByItself(MsBuildProject project) => project.IsNative || project.IsSelfContained || project.IsSingleFile;

    // A lock file that knows no platform forbids to restore for one; what is published then runs on all.
    static bool IsForPlatform(MsBuildProject project, RestoreInputs inputs) => StartsByItself(project) || !inputs.HasLocks || project.NamesRuntimes;

    static string SdkTag(MsBuildProject project, string? pinned)
    {
        if (project.IsNative)
            return $"{Text(Max(project.Framework!, OldestNativeSdk))}-noble-aot";
        return pinned is not null && Versions.Of(pinned) >= project.Framework ? pinned : Text(Max(project.Framework!, OldestSdk));
    }

    static string FinalName(MsBuildProject project, bool isWeb) =>
        project.IsNative || project.IsSelfContained ? "runtime-deps" : isWeb ? "aspnet" : "runtime";

    static string FinalTag(MsBuildProject project) =>
        $"{Text(project.Framework!)}-{(project.Framework >= FirstOnNoble ? "noble" : "jammy")}-chiseled{(project.NeedsCultures ? "-extra" : "")}";

    static string WhatFinalHas(MsBuildProject project) =>
        (project.IsNative || project.IsSelfContained ? "the libraries of the system that the program needs" : "the runtime")
        + (project.NeedsCultures ? ", with the rules of languages and the time zones" : "");

    static string Copy(string context, string folder, IEnumerable<string> files) => DockerfileText.Copy(
        files.Select(x => Paths.Relative(context, x)), Paths.Relative(context, folder) is { Length: > 0 } target ? $"{target}/" : "./");

    static Version Max(Version left, Version right) => left > right ? left : right;

    static string Text(Version version) => $"{version.Major}.{version.Minor}";
}

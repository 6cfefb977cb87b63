using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Go;

/// <summary>Compiles without C for any platform, and keeps the program alone.</summary>
static class GoDockerfile
{
    const string Modules = "/go/pkg/mod";

    const string Compiled = "/root/.cache/go-build";

    public static string Of(GoModule module, string program, string binary, string image, int? port)
    {
        var folder = Paths.Relative(module.Context, module.Folder);
        var work = folder.Length == 0 ? "/src" : $"/src/{folder}";
        var package = Paths.Relative(module.Folder, program) is { Length: > 0 } path ? $"./{path}" : ".";
        return DockerfileText.Of(
            $"""
            # build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
            FROM --platform=$BUILDPLATFORM golang:{module.Version} AS build
            WORKDIR {work}
            """,
            module.IsVendored || !module.HasRequirements ? null : Fetch(module),
            $"""
            COPY . {(folder.Length == 0 ? "." : "/src/")}
            ARG TARGETOS
            ARG TARGETARCH
            {DockerfileText.Run(
                [DockerfileText.Cache(Modules), DockerfileText.Cache(Compiled)],
                $"CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \\\n    "
                + $"go build -trimpath -ldflags=\"-s -w\" -o /out/{binary} {DockerfileText.Word(package)}")}
            """,
            $"""
            # final has certificates, time zones and a user, and neither shell nor libraries: a static program needs no more.
            FROM {BaseTags.DistrolessStatic} AS final
            {DockerfileText.Title(image)}
            COPY --from=build /out/{binary} /{binary}
            USER 65532:65532
            {DockerfileText.Expose(port)}
            ENTRYPOINT ["/{binary}"]
            """);
    }

    static string Fetch(GoModule module) => DockerfileText.Lines(
        "# Modules first: this step is done again only when one of these files changes.",
        DockerfileText.Run(
            [DockerfileText.Cache(Modules), .. module.Manifests.Select(x => Mounted(module, x))],
            "go mod download"));

    static string Mounted(GoModule module, string manifest)
    {
        var path = Paths.Relative(module.Context, manifest);
        return DockerfileText.Bind(path, module.Context == module.Folder ? path : $"/src/{path}");
    }
}

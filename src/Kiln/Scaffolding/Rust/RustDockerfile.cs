using System.Text.RegularExpressions;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Rust;

/// <summary>Compiles the dependencies before the sources are there, and keeps the program alone.</summary>
static partial class RustDockerfile
{
    const string Registry = "/usr/local/cargo/registry";

    const string Git = "/usr/local/cargo/git";

    public static string Of(CargoProject project, string image, int? port)
    {
        var binary = project.Package.Binaries[0].Name;
        var folder = Paths.Relative(project.Context, project.Root);
        var work = folder.Length == 0 ? "/src" : $"/src/{folder}";
        var package = project.Packages.Count > 1 ? $" --package {project.Package.Name}" : "";
        var command = $"cargo build --release{(project.HasLock ? " --locked" : "")}{package} --bin {binary}";
        var stubs = Stubs(project).ToArray();
        return DockerfileText.Of(
            $"""
            # build has the same Debian as the last stage, so that the program finds the libc that it was linked with.
            FROM {Base(project)} AS build
            {(project.Strips ? null : "ENV CARGO_PROFILE_RELEASE_STRIP=symbols")}
            WORKDIR {work}
            """,
            DockerfileText.Lines(
            [
                "# Dependencies first, compiled for empty sources: these steps are done again only when a manifest changes.",
                .. Manifests(project, folder),
                DockerfileText.Run(
                    [DockerfileText.LockedCache(Registry), .. project.HasGitDependencies ? [DockerfileText.LockedCache(Git)] : Array.Empty<string>()],
                    [.. Empty(stubs), command]),
            ]),
            DockerfileText.Lines(
                "# Cargo compiles what is newer than its results, and a checkout may be older than those of the empty sources.",
                $"COPY . {(folder.Length == 0 ? "." : "/src/")}",
                DockerfileText.Run(
                    [DockerfileText.LockedCache(Registry), .. project.HasGitDependencies ? [DockerfileText.LockedCache(Git)] : Array.Empty<string>()],
                    DockerfileText.Command("touch", stubs.Select(x => x.Path)),
                    command)),
            $"""
            # final has libc, certificates and a user, and no shell.
            FROM {BaseTags.DistrolessCc} AS final
            {DockerfileText.Title(image)}
            COPY --from=build {work}/target/release/{binary} /{binary}
            USER 65532:65532
            {DockerfileText.Expose(port)}
            ENTRYPOINT ["/{binary}"]
            """);
    }

    static string Base(CargoProject project)
    {
        var kind = project.LinksOpenSsl ? BaseTags.Debian : $"slim-{BaseTags.Debian}";
        return project.Channel switch
        {
            { } channel when channel.StartsWith("nightly", StringComparison.Ordinal) =>
                $"rustlang/rust:nightly-{BaseTags.Debian}{(project.LinksOpenSsl ? "" : "-slim")}",
            { } channel when Numbered().IsMatch(channel) => $"rust:{channel}-{kind}",
            _ => $"rust:{BaseTags.Rust}-{kind}",
        };
    }

    // Cargo reads the manifests of all packages, also of those that it does not compile.
    static IEnumerable<string> Manifests(CargoProject project, string folder)
    {
        string At(string path) => folder.Length == 0 ? path : $"/src/{path}";
        var root = Paths.Relative(project.Context, project.Root);
        yield return DockerfileText.Copy(
            new[] { "Cargo.toml", project.HasLock ? "Cargo.lock" : null }.OfType<string>().Select(x => Paths.Join(root, x)), "./");
        foreach (var setting in project.Folders)
            yield return DockerfileText.Copy([$"{Paths.Join(root, setting)}/"], $"{setting}/");
        foreach (var package in project.Packages.Where(x => x.Folder != project.Root).Select(x => Paths.Relative(project.Context, x.Folder)))
            yield return DockerfileText.Copy([Paths.Join(package, "Cargo.toml")], At($"{package}/"));
    }

    // The files that Cargo wants to see, from the folder that it runs in.
    static IEnumerable<(string Path, bool IsProgram)> Stubs(CargoProject project) =>
        from package in project.Packages
        from stub in package.Binaries.Select(x => (x.Path, IsProgram: true))
            .Concat(package.OtherTargets.Select(x => (Path: x, IsProgram: true)))
            .Concat(package.Library is { } library ? [(library, false)] : [])
            .DistinctBy(x => x.Path)
        select (Paths.Relative(project.Root, Paths.Join(package.Folder, stub.Path)), stub.IsProgram);

    static IEnumerable<string> Empty((string Path, bool IsProgram)[] stubs)
    {
        yield return DockerfileText.Command("mkdir -p", stubs.Select(x => Paths.Parent(x.Path)).Where(x => x.Length > 0).Distinct());
        var programs = stubs.Where(x => x.IsProgram).Select(x => DockerfileText.Word(x.Path)).ToArray();
        yield return $"echo 'fn main() {{}}' > {programs[0]}";
        foreach (var program in programs.Skip(1))
            yield return $"cp {programs[0]} {program}";
        var libraries = stubs.Where(x => !x.IsProgram).Select(x => x.Path).ToArray();
        if (libraries.Length > 0)
            yield return DockerfileText.Command("touch", libraries);
    }

    [GeneratedRegex(@"^\d+(?:\.\d+){0,2}$")]
    private static partial Regex Numbered();
}

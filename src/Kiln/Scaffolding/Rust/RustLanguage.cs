using System.Text.RegularExpressions;
using Kiln.Scaffolding.Recognition;
using Kiln.Scaffolding.Reading;
using Kiln.Scaffolding.Writing;

namespace Kiln.Scaffolding.Rust;

/// <summary>A package with a program, alone or in a workspace.</summary>
sealed partial class RustLanguage() : Language(ScaffoldLanguage.Rust, "Rust", "Cargo.toml")
{
    static readonly string[] ReadAtRunTime = ["templates", "static", "public", "assets", "migrations", "config", "locales"];

    public override IEnumerable<Finding> In(FolderTree tree, string folder)
    {
        if (CargoPackage.Read(tree, folder) is not { } package)
            return [];
        if (package.Binaries.Count == 0)
            return [PassOver(folder, package.Marker, "it has no program: neither src/main.rs, nor src/bin, nor [[bin]].") with { IsLibrary = true }];

        var project = CargoProject.Read(tree, package);
        var port = Ports.In(tree, new[] { package.Binaries[0].Path }.Select(x => Paths.Join(folder, x)).Where(tree.HasFile), ListensOn());
        return
        [
            new FoundProject(Id, folder, package.Marker)
            {
                Kind = project.Packages.Count > 1 ? "Rust, of several packages" : "Rust",
                Title = package.Binaries[0].Name,
                Context = project.Context,
                Dockerfile = name => RustDockerfile.Of(project, name, port),
                Ignore = IgnoreText.Of(
                    [.. Results(project), "**/rust-toolchain", "**/rust-toolchain.toml"],
                    kept: project.Folders.Where(x => x == CargoProject.Vendored).Select(x => Paths.Relative(project.Context, Paths.Join(project.Root, x)))),
                Notes = [.. NotesOn(tree, project)],
            },
        ];
    }

    static IEnumerable<string> NotesOn(FolderTree tree, CargoProject project)
    {
        if (!project.HasLock)
            yield return "There is no Cargo.lock, so each build takes the newest packages: run cargo generate-lockfile, and keep the file.";
        if (project.Package.Binaries.Count > 1)
            yield return $"'{project.Package.Binaries[0].Name}' is built; for {string.Join(", ", project.Package.Binaries.Skip(1).Select(x => $"'{x.Name}'"))} "
                + "copy the Dockerfile and put that name in its place.";
        if (project.Channel is { } channel && channel.StartsWith("nightly-", StringComparison.Ordinal))
            yield return $"rust-toolchain asks for {channel}; there are images of the latest nightly only.";
        if (project.LinksOpenSsl)
            yield return "A dependency links OpenSSL, so it is built where its headers are; the last stage has OpenSSL 3.";
        var read = ReadAtRunTime.Where(x => tree.HasFolder(Paths.Join(project.Package.Folder, x))).ToArray();
        if (read.Length > 0)
            yield return $"Only the program is copied. If it reads {string.Join(", ", read.Select(x => $"{x}/"))} while it runs, "
                + "include the files (include_str!) or add a COPY to the last stage.";
    }

    // The toolchain file would make rustup fetch what the base has already; the base was chosen by it.
    static IEnumerable<string> Results(CargoProject project) =>
        project.Packages.Select(x => x.Folder).Append(project.Root).Distinct().Select(x => Paths.Relative(project.Context, Paths.Join(x, "target")));

    [GeneratedRegex(@"(?:0\.0\.0\.0:|127\.0\.0\.1:|localhost:|\[::1?\]:|0, ?0\], ?|0, ?1\], ?)(\d{2,5})\b")]
    private static partial Regex ListensOn();
}

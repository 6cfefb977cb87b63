namespace Kiln.Scaffolding;

/// <summary>Versions for projects that name none, and those of the bases that have nothing to do with a project.</summary>
static class BaseTags
{
    /// <summary>Of golang.</summary>
    public const string Go = "1.26";

    /// <summary>Of node: the line with long support.</summary>
    public const string Node = "24";

    /// <summary>Of python.</summary>
    public const string Python = "3.13";

    /// <summary>Of eclipse-temurin.</summary>
    public const string Java = "21";

    /// <summary>Of rust.</summary>
    public const string Rust = "1";

    /// <summary>Of .NET's sdk, aspnet and runtime.</summary>
    public const string DotNet = "10.0";

    /// <summary>Serves files, as a user without rights, on port 8080.</summary>
    public const string Nginx = "nginxinc/nginx-unprivileged:1.29-alpine";

    /// <summary>Runs programs that need no library. Its Debian is the one whose libc <see cref="DistrolessCc"/> has, too.</summary>
    public const string DistrolessStatic = "gcr.io/distroless/static-debian12:nonroot";

    /// <summary>Runs programs that need libc; they have to be linked on the same Debian, or an older one.</summary>
    public const string DistrolessCc = "gcr.io/distroless/cc-debian12:nonroot";

    /// <summary>The Debian of <see cref="DistrolessCc"/>, as tags have it.</summary>
    public const string Debian = "bookworm";

    /// <summary>Has uv, and nothing else.</summary>
    public const string Uv = "ghcr.io/astral-sh/uv:0.9";

    /// <summary>Of Poetry, where poetry.lock does not say who wrote it.</summary>
    public const string Poetry = "2.2.1";

    /// <summary>Of pnpm, for lock files of version 9 where package.json does not say.</summary>
    public const string Pnpm = "10";

    /// <summary>Of the first Yarn, which has no successor.</summary>
    public const string Yarn = "1.22.22";

    /// <summary>Of Yarn, where neither package.json nor .yarnrc.yml says.</summary>
    public const string YarnBerry = "4.10.3";
}

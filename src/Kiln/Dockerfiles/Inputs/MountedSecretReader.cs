using Kiln.Dockerfiles.Syntax;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What a <c>RUN</c> step says of its secrets (frontend/dockerfile/dockerfile2llb/convert_secrets.go).</summary>
static class MountedSecretReader
{
    internal static IEnumerable<MountedSecret> Read(RunInstruction run, StageScope scope, int line) =>
        from mount in run.Mounts
        where mount.Type == "secret"
        select new MountedSecret(IdOf(mount, scope), line, mount.IsRequired);

    // Without a name of its own it is called like the file that it is mounted as.
    static string? IdOf(Mount mount, StageScope scope)
    {
        if (Known(mount.Id ?? mount.Source, scope) is { Length: > 0 } id)
            return id;
        return mount is { Id: null, Source: null } && Known(mount.Target, scope) is { } target ? target.Split('/')[^1] : null;
    }

    static string? Known(Word? word, StageScope scope) =>
        word is not null && scope.Expand(word.Text) is { Error: null, Unset: [] } expanded ? expanded.Text : null;
}

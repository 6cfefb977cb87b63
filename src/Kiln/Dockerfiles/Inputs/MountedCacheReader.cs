using Kiln.Dockerfiles.Syntax;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What a <c>RUN</c> step says of its caches (frontend/dockerfile/dockerfile2llb/convert_runmount.go).</summary>
static class MountedCacheReader
{
    /// <summary>None for a step that mounts no cache, and for mounts that BuildKit would refuse.</summary>
    internal static IEnumerable<MountedCache> Read(RunInstruction run, StageScope scope, ExternalInput.Image? start, int line) =>
        from mount in run.Mounts
        where mount is { Type: "cache", Target: not null }
        select Read(mount, scope, line) with { Shell = run.IsShellForm ? start : null };

    static MountedCache Read(Mount mount, StageScope scope, int line)
    {
        var unknown = new List<string>();
        var target = Value(mount.Target)!;
        var id = Value(mount.Id) is { Length: > 0 } named ? named : SlashPath.Clean(target);
        return new MountedCache(id, target, line)
        {
            Uid = Value(Find("uid")),
            Gid = Value(Find("gid")),
            Mode = Value(Find("mode")),
            Obstacle = mount.From is { } from ? $"it begins with what lies in '{from.Text}'"
                : mount.Source is { } source ? $"it begins with '{source.Text}'"
                : unknown.Count > 0 ? $"what it is called depends on {string.Join(", ", unknown.Distinct())}"
                : null,
        };

        Word? Find(string name) => mount.Find(name) is { Value: { } value } option ? new Word(value, option.ValueSpan) : null;

        // What only the base image sets is not known here.
        string? Value(Word? word)
        {
            if (word is null)
                return null;
            var expanded = scope.Expand(word.Text);
            unknown.AddRange(expanded.Error is not null ? [$"'{word.Text}'"] : expanded.Unset.Select(x => $"'{x}'"));
            return expanded.Text;
        }
    }
}

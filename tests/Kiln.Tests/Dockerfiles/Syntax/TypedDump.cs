using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>The lines that only one kind of instruction has.</summary>
static class TypedDump
{
    public static IEnumerable<string> Of(Instruction instruction, Func<SourceSpan, string> at) => instruction switch
    {
        FromInstruction from => Words(at, ("image", from.Image), ("as", from.AsKeyword), ("stage", from.StageName)),
        ArgInstruction arg => arg.Declarations.Select(
            x => $"argument {at(x.Span)} {x.Name}" + Value(x.DefaultValue, at)),
        EnvInstruction env => Pairs(env.Pairs, env.IsLegacyForm, at),
        LabelInstruction label => Pairs(label.Pairs, label.IsLegacyForm, at),
        CopyInstruction copy => Copying(copy.Sources, copy.Destination, at),
        AddInstruction add => Copying(add.Sources, add.Destination, at),
        RunInstruction run => run.Mounts.SelectMany(x => Mount(x, at)),
        ExposeInstruction expose => Words(at, [.. expose.Ports.Select(x => ("port", x))]),
        VolumeInstruction volume => Words(at, [.. volume.Paths.Select(x => ("path", x))]),
        UserInstruction user => Words(at, ("user", user.User)),
        WorkdirInstruction workdir => Words(at, ("path", workdir.Path)),
        StopsignalInstruction stopsignal => Words(at, ("signal", stopsignal.Signal)),
        MaintainerInstruction maintainer => Words(at, ("name", maintainer.Name)),
        HealthcheckInstruction check =>
            [.. Words(at, ("type", check.Type)), $"command {at(check.Command.Span)} '{check.Command}'"],
        _ => [],
    };

    static IEnumerable<string> Words(Func<SourceSpan, string> at, params (string Role, Word? Word)[] words) =>
        words.Where(x => x.Word is not null).Select(x => $"{x.Role} {at(x.Word!.Span)} '{x.Word.Text}'");

    static IEnumerable<string> Copying(IReadOnlyList<Word> sources, Word? destination, Func<SourceSpan, string> at) =>
        Words(at, [.. sources.Select(x => ("source", x)), ("destination", destination)]);

    static IEnumerable<string> Pairs(IReadOnlyList<KeyValue> pairs, bool isLegacyForm, Func<SourceSpan, string> at) =>
        pairs.Select(x => $"pair {at(x.Key.Span)} {x.Key.Text} = {at(x.Value.Span)} {x.Value.Text}"
            + (isLegacyForm ? " (old form)" : ""));

    static IEnumerable<string> Mount(Mount mount, Func<SourceSpan, string> at) =>
    [
        $"mount {mount.Type}{(mount.IsReadOnly ? " read-only" : "")}{(mount.IsRequired ? " required" : "")}",
        .. mount.Options.Select(x => $"  option {at(x.Span)} {x.Name}" + Value(AsWord(x), at)),
    ];

    static Word? AsWord(MountOption option) => option.Value is { } value ? new Word(value, option.ValueSpan) : null;

    static string Value(Word? value, Func<SourceSpan, string> at) =>
        value is null ? "" : $" = {value.Text} {at(value.Span)}";
}

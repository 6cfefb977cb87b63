using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>What BuildKit asks of a mount; values with variables pass (instructions/commands_runmount.go).</summary>
static class MountRules
{
    static readonly string[] Types = ["bind", "cache", "tmpfs", "secret", "ssh"];
    static readonly string[] Sharings = ["shared", "private", "locked"];

    static readonly string[] Names =
    [
        "type", "from", "source", "src", "target", "dst", "destination", "readonly", "ro", "readwrite", "rw", "id",
        "sharing", "required", "size", "mode", "uid", "gid", "env",
    ];

    public static void Check(Mount mount, SyntaxDiagnostics diagnostics)
    {
        CheckChoice(mount, "type", Types, diagnostics);
        CheckChoice(mount, "sharing", Sharings, diagnostics);
        foreach (var option in mount.Options)
            if (ProblemOf(option, mount.Type) is { } problem)
                diagnostics.Error(option.Span, problem);

        if (mount is { Type: "secret", Source: null, Target: null, Id: null })
            diagnostics.Error(mount.Flag.Span, "A secret needs an id, a source or a target.");
        if (mount is { Type: "secret", Source: not null, Id: not null })
            diagnostics.Error(mount.Flag.Span, "A secret can have an id or a source, not both.");
    }

    /// <summary>Stands alone, or has one of the values that Go's strconv.ParseBool takes for true.</summary>
    public static bool IsTrue(MountOption option) =>
        option.Value is null or "1" or "t" or "T" or "true" or "TRUE" or "True";

    static string? ProblemOf(MountOption option, string type) => option switch
    {
        _ when !Names.Contains(option.Name) =>
            $"A mount has no option {SyntaxDiagnostics.Quote(option.Name)}.{NearestName.Question(option.Name, Names)}",
        { Value: null, Name: not ("ro" or "readonly" or "rw" or "readwrite" or "required") } =>
            $"The option '{option.Name}' needs a value: {option.Name}=….",
        { Name: "from", Value: { } value } when value.AsSpan(0, Math.Max(0, value.Length - 1)).Contains('$') =>
            "The option 'from' cannot have variables; name a stage that begins FROM them.",
        { Name: "ro" or "readonly" or "rw" or "readwrite" or "required" } when !IsTrue(option) && !IsFalse(option) =>
            $"The option '{option.Name}' can be true or false, not {SyntaxDiagnostics.Quote(option.Value!)}.",
        _ when !Types.Contains(type) || IsAllowed(option.Name, type) => null,
        _ => $"A mount of type '{type}' cannot have the option '{option.Name}'.",
    };

    static bool IsAllowed(string name, string type) => name switch
    {
        "required" => type is "secret" or "ssh",
        "size" => type is "tmpfs",
        "sharing" => type is "cache",
        "mode" or "uid" or "gid" => type is "secret" or "ssh" or "cache",
        "from" => type is not "secret",
        _ => true,
    };

    static bool IsFalse(MountOption option) =>
        option.Value is "0" or "f" or "F" or "false" or "FALSE" or "False" || option.Value?.Contains('$') == true;

    static void CheckChoice(Mount mount, string name, string[] allowed, SyntaxDiagnostics diagnostics)
    {
        if (mount.Find(name) is not { Value: { } value } option || value.Contains('$'))
            return;
        if (allowed.Contains(value.ToLowerInvariant()))
            return;

        diagnostics.Error(
            option.ValueSpan,
            $"The option '{name}' of a mount cannot be {SyntaxDiagnostics.Quote(value)}."
            + $"{NearestName.Question(value, allowed)} It can be: {SyntaxDiagnostics.List(allowed)}.");
    }
}

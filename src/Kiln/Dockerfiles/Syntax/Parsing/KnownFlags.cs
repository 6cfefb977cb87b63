namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>A flag that an instruction can have.</summary>
sealed record KnownFlag(string Name)
{
    /// <summary>True when it stands alone, else <c>=true</c> or <c>=false</c>.</summary>
    public bool IsSwitch { get; init; }

    public bool IsRepeatable { get; init; }
}

/// <summary>Which flags each instruction can have (moby/buildkit v0.32, frontend/dockerfile/instructions).</summary>
static class KnownFlags
{
    static readonly KnownFlag[] Copying = [new("chown"), new("chmod"), Switch("link"), Repeatable("exclude")];

    static readonly Dictionary<string, KnownFlag[]> ByKeyword = new()
    {
        ["FROM"] = [new("platform")],
        ["COPY"] = [new("from"), .. Copying, Switch("parents")],
        ["ADD"] = [new("checksum"), .. Copying, Switch("keep-git-dir"), Switch("unpack")],
        ["RUN"] = [Repeatable("mount"), new("network"), new("security"), Repeatable("device")],
        ["HEALTHCHECK"] = [new("interval"), new("timeout"), new("start-period"), new("start-interval"), new("retries")],
    };

    public static IReadOnlyList<KnownFlag> Of(string keyword) => ByKeyword.GetValueOrDefault(keyword, []);

    static KnownFlag Switch(string name) => new(name) { IsSwitch = true };

    static KnownFlag Repeatable(string name) => new(name) { IsRepeatable = true };
}

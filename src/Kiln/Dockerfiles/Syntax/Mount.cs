using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>A <c>--mount=type=…,target=…</c> of RUN. Of options that stand twice, the last counts.</summary>
public sealed class Mount
{
    internal Mount(string source, Flag flag, SyntaxDiagnostics diagnostics)
    {
        Flag = flag;
        Options = MountReader.Read(source, flag, diagnostics);
        Type = Find("type")?.Value?.ToLowerInvariant() ?? "bind";
        MountRules.Check(this, diagnostics);
    }

    /// <summary>The flag that it was read from.</summary>
    public Flag Flag { get; }

    /// <summary>In their order, also unknown ones.</summary>
    public IReadOnlyList<MountOption> Options { get; }

    /// <summary>In lower case; <c>bind</c> when nothing is written.</summary>
    public string Type { get; }

    /// <summary>The stage, image or named context that it takes its files from.</summary>
    public Word? From => Value("from");

    /// <summary>What is mounted, within where it comes from.</summary>
    public Word? Source => Value("source", "src");

    /// <summary>Where it is mounted.</summary>
    public Word? Target => Value("target", "dst", "destination");

    /// <summary>The name of a cache, a secret or an agent.</summary>
    public Word? Id => Value("id");

    /// <summary>How builds share a cache: shared, private or locked.</summary>
    public Word? Sharing => Value("sharing");

    /// <summary>The variable that a secret is put in.</summary>
    public Word? Env => Value("env");

    /// <summary>The command cannot write to it; the default for all but caches and temporary file systems.</summary>
    public bool IsReadOnly => Find("ro", "readonly", "rw", "readwrite") is { } option
        ? MountRules.IsTrue(option) == (option.Name is "ro" or "readonly")
        : Type is not ("cache" or "tmpfs");

    /// <summary>The build fails without it.</summary>
    public bool IsRequired => Find("required") is { } option && MountRules.IsTrue(option);

    /// <summary>The last option that has one of these names.</summary>
    public MountOption? Find(params ReadOnlySpan<string> names)
    {
        for (var i = Options.Count - 1; i >= 0; i--)
            if (names.Contains(Options[i].Name))
                return Options[i];
        return null;
    }

    Word? Value(params ReadOnlySpan<string> names) =>
        Find(names) is { Value: { } value } option ? new Word(value, option.ValueSpan) : null;
}

using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Agreement.BuildKit;

/// <summary>Prints a tree as BuildKit's <c>result</c> files do, from what the typed instructions say.</summary>
static class SExpressions
{
    public static string Of(Dockerfile dockerfile) =>
        string.Concat(dockerfile.Instructions.Select(x => $"({Of(x)})\n"));

    static string Of(Instruction instruction)
    {
        var flags = instruction.Flags.Count == 0 ? "" : $" [{Quoted(instruction.Flags.Select(x => x.ToString()))}]";
        var arguments = instruction is OnbuildInstruction { Inner: { } inner }
            ? $"({Of(inner)})"
            : Quoted(Arguments(instruction));
        return $"{instruction.Keyword.ToLowerInvariant()}{flags} {arguments}".TrimEnd();
    }

    static IEnumerable<string> Arguments(Instruction instruction) => instruction switch
    {
        UnknownInstruction => [""],
        HealthcheckInstruction { JsonItems: { } items } check => Texts([check.Type, .. items]),
        { JsonItems: { } items } => Texts(items),
        FromInstruction from => Texts([from.Image, from.AsKeyword, from.StageName]),
        CopyInstruction copy => Texts([.. copy.Sources, copy.Destination]),
        AddInstruction add => Texts([.. add.Sources, add.Destination]),
        ArgInstruction arg => arg.Declarations.Select(Declaration),
        EnvInstruction env => Pairs(env.Pairs, env.IsLegacyForm),
        LabelInstruction label => Pairs(label.Pairs, label.IsLegacyForm),
        ExposeInstruction expose => Texts(expose.Ports),
        VolumeInstruction volume => Texts(volume.Paths),
        HealthcheckInstruction check => new[] { check.Type.Text, check.Command.Text }.Where(x => x.Length > 0),
        _ => instruction.Arguments.IsEmpty ? [] : [instruction.Arguments.Text],
    };

    static string Declaration(ArgDeclaration declaration) =>
        declaration.DefaultValue is null ? declaration.Name : $"{declaration.Name}={declaration.DefaultValue.Text}";

    static IEnumerable<string> Pairs(IReadOnlyList<KeyValue> pairs, bool isLegacyForm) =>
        pairs.SelectMany(x => new[] { x.Key.Text, x.Value.Text, isLegacyForm ? "" : "=" });

    static IEnumerable<string> Texts(IEnumerable<Word?> words) => words.OfType<Word>().Select(x => x.Text);

    static string Quoted(IEnumerable<string> values) => string.Join(' ', values.Select(GoText.Quote));
}

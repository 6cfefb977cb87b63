using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>
/// What variables are worth at one place of a stage. Instructions change it one after the other; a stage goes on where
/// the one that it is made from ends. What a base image sets is not known here.
/// </summary>
sealed class StageScope(GlobalScope global, ValueMap<string> buildArgs, IReadOnlyDictionary<string, string>? parent)
{
    readonly Dictionary<string, string> _values = new(parent ?? new Dictionary<string, string>());

    internal IReadOnlyDictionary<string, string> Values => _values;

    internal ExpandedWord Expand(string word) => WordExpansion.Expand(word, _values.GetValueOrDefault, global.Escape);

    internal void Apply(Instruction instruction)
    {
        switch (instruction)
        {
            case ArgInstruction { Declarations: var declarations }:
                foreach (var declaration in declarations)
                    Declare(declaration);
                break;
            case EnvInstruction { Pairs: var pairs }:
                // All of one instruction see what was before it.
                var values = pairs.Select(x => (Expand(x.Key.Text).Text, Expand(x.Value.Text).Text)).ToArray();
                foreach (var (key, value) in values)
                    _values[key] = value;
                break;
        }
    }

    void Declare(ArgDeclaration declaration)
    {
        var value = buildArgs.TryGetValue(declaration.Name, out var given) ? given
            : declaration.DefaultValue is { } word ? Expand(word.Text).Text
            : global.Find(declaration.Name);
        if (value is not null)
            _values[declaration.Name] = value;
    }
}

using System.Text.Json.Nodes;
using Kiln.Engine.Parameters;
using Nuke.Common;

namespace Kiln.Engine.Schema;

static class ParameterSchema
{
    const string SecretHint = "Secrets must be entered via 'nuke :secrets [profile]'";

    public static JsonObject Of(Parameter parameter, NukeBuild build, TypeSchemas types)
    {
        var type = Type(parameter, types);
        if (!parameter.IsBuiltIn && !ValueConversion.Underlying(ValueSet.ScalarType(parameter.Type)).IsEnum &&
            ValueSet.Of(parameter, build) is { } values)
            type = WithValues(type, values);

        var schema = new JsonObject();
        Move("type");
        if (parameter.Description is { } description)
            schema["description"] = description;
        if (parameter.IsSecret)
            schema["default"] = SecretHint;
        foreach (var name in type.Select(x => x.Key).ToList())
            Move(name);

        return schema;

        void Move(string name)
        {
            if (type[name] is not { } value)
                return;

            type.Remove(name);
            schema[name] = value;
        }
    }

    static JsonObject Type(Parameter parameter, TypeSchemas types) => parameter switch
    {
        { IsBuiltIn: true, Name: nameof(Host) } => TypeSchemas.Reference("Host"),
        { IsBuiltIn: true, Name: BuiltIn.Target or BuiltIn.Skip }
            => TypeSchemas.ListOf(TypeSchemas.Reference("ExecutableTarget")),
        { IsPlain: false } => new() { ["type"] = "string" },
        _ => types.Of(parameter.Type),
    };

    static JsonObject WithValues(JsonObject type, IEnumerable<string> values)
    {
        var choice = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. values.Select(x => JsonValue.Create(x))]),
        };
        return type.ContainsKey("items") ? TypeSchemas.ListOf(choice) : choice;
    }
}

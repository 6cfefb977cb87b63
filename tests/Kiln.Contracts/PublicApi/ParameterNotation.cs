using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kiln.Contracts.PublicApi;

internal static class ParameterNotation
{
    public static string Of(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter) =>
        $"{Prefix(parameter)}{TypeNotation.Of(parameter.ParameterType)} {parameter.Name}{Default(parameter)}";

    private static string Prefix(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<CallerArgumentExpressionAttribute>() is { } caller)
            return $"[CallerArgumentExpression(\"{caller.ParameterName}\")] ";
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
            return "params ";
        if (!parameter.ParameterType.IsByRef)
            return parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue, parameter.ParameterType)}" : "";

    public static string Value(object? value, Type type) => value switch
    {
        null when type.IsValueType => "default",
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

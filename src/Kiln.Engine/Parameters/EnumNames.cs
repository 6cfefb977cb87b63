using System.Reflection;

namespace Kiln.Engine.Parameters;

/// <summary>
/// The values that a closed type has: enums, and classes of constants that derive from an <c>Enumeration</c>.
/// </summary>
static class EnumNames
{
    public static IReadOnlyList<string>? Of(Type type)
    {
        var scalar = ValueConversion.Underlying(type);
        if (scalar.IsEnum)
            return Enum.GetNames(scalar);

        return scalar.BaseType?.FullName == "Nuke.Common.Tooling.Enumeration"
            ? [.. scalar.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name)]
            : null;
    }
}

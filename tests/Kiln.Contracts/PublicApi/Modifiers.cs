using System.Reflection;

namespace Kiln.Contracts.PublicApi;

internal static class Modifiers
{
    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    public static int Restriction(MethodBase method) => method.IsPublic ? 0 : 1;

    public static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    public static string Access(FieldInfo field) => field.IsPublic ? "public" : "protected";

    public static string Of(MethodInfo method) => $"{Access(method)} {Inheritance(method)}";

    private static string Inheritance(MethodInfo method)
    {
        if (method.IsStatic)
            return "static ";
        if (method.IsAbstract)
            return "abstract ";
        if (method.DeclaringType!.IsInterface)
            return method.IsVirtual ? "default " : "sealed ";
        if (!method.IsVirtual)
            return "";
        if (method.GetBaseDefinition() != method)
            return method.IsFinal ? "sealed override " : "override ";
        return method.IsFinal ? "" : "virtual "; // final: it only implements an interface
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Caching.GitHub;
using Kiln.Commits;
using Kiln.Locking;
using Kiln.Scanning;

namespace Kiln.Components.Tests.Reference;

/// <summary>The types that people write when they say something to a component.</summary>
static class SettingsTypes
{
    const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;
    const BindingFlags Factories = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Assembly Library = typeof(ImageSpec).Assembly;

    // What Kiln finds out, and nobody writes.
    static readonly HashSet<Type> Found =
    [
        typeof(ContainerEngine), typeof(SourceCommit), typeof(HostedReference), typeof(CachePlan), typeof(CacheRun), typeof(ActionsRuntime), typeof(LockedInput), typeof(ScannerSupply),
    ];

    /// <summary>Those that components name, and those of their members; by name.</summary>
    internal static IEnumerable<Type> All()
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>(typeof(IContainerPipeline).Assembly.GetExportedTypes().Where(x => x.IsInterface).SelectMany(x => x.GetProperties()).SelectMany(x => PartsOf(x.PropertyType)));
        while (open.TryPop(out var type))
        {
            if (Found.Contains(type) || !IsSaid(type) || !found.Add(type))
                continue;
            foreach (var next in MembersOf(type).SelectMany(x => PartsOf(x.PropertyType)).Concat(CasesOf(type)))
                open.Push(next);
        }

        return found.OrderBy(TypeText.Of, StringComparer.Ordinal);
    }

    /// <summary>What can be said of it, in the order of the sources.</summary>
    internal static IEnumerable<PropertyInfo> MembersOf(Type type) => type.GetProperties(Instance)
        .Where(x => x.SetMethod is { IsPublic: true } && x.GetIndexParameters().Length == 0)
        .OrderBy(x => x.DeclaringType != type)
        .ThenBy(x => x.MetadataToken);

    /// <summary>Values and ways to make one, of a type that is one of several; without the cases, which have a heading each.</summary>
    internal static IEnumerable<(MemberInfo Member, string Text)> ChoicesOf(Type type) => type.IsEnum
        ? []
        : type.GetProperties(Factories).Where(x => x.PropertyType.IsAssignableTo(type)).Select(x => ((MemberInfo)x, x.Name))
            .Concat(type.GetMethods(Factories)
                .Where(x => x.ReturnType.IsAssignableTo(type) && !x.IsSpecialName && x.Name != "Parse")
                .DistinctBy(x => x.Name)
                .Select(x => ((MemberInfo)x, $"{x.Name}({string.Join(", ", x.GetParameters().Select(y => y.Name))})")));

    /// <summary>Whether an object cannot be made without it.</summary>
    internal static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute)) || IsOfConstructor(property);

    /// <summary>Whether it is nothing, or an empty list, where nobody says it.</summary>
    internal static bool MayBeNone(PropertyInfo property) =>
        TypeText.Of(property).EndsWith('?') || property.PropertyType.Name.Split('`')[0] is "ValueList" or "ValueMap";

    static bool IsOfConstructor(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().All(x => x.GetParameters().Any(y => string.Equals(y.Name, property.Name, StringComparison.OrdinalIgnoreCase) && !y.HasDefaultValue));

    /// <summary>Of a type that is one of several, all of these.</summary>
    internal static IEnumerable<Type> CasesOf(Type type) => type.IsAbstract ? type.GetNestedTypes().Where(x => x.IsAssignableTo(type)) : [];

    static bool IsSaid(Type type) =>
        type.Assembly == Library && type is { IsInterface: false, IsGenericTypeDefinition: false } && (type.IsEnum || MembersOf(type).Any() || ChoicesOf(type).Any() || CasesOf(type).Any());

    static IEnumerable<Type> PartsOf(Type type) =>
        type.HasElementType ? PartsOf(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(PartsOf) : [type];
}

using System.Reflection;
using Kiln.Engine.Parameters;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Hosts;

/// <summary>
/// Finds the host: every public subclass of <see cref="Host"/> may say that it is running; the terminal is last.
/// </summary>
static class HostDetection
{
    const BindingFlags StaticMembers = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static Host Detect()
        => Create(AvailableTypes()
            .OrderBy(x => x.IsAssignableTo(typeof(Terminal)))
            .ThenBy(x => x == typeof(Terminal))
            .First(IsRunning));

    public static Host Create(string name)
    {
        var types = AvailableTypes().ToList();
        var matches = types.FindAll(x => x.FullName!.EndsWith(name, StringComparison.OrdinalIgnoreCase));
        if (matches.Count == 1)
            return Create(matches[0]);

        throw new UsageException(
            $"Host '{name}' does not exist. " +
            $"Available hosts are: {string.Join(", ", types.Select(x => x.Name).Order())}.");
    }

    /// <summary>
    /// Only assemblies that know <see cref="Host"/> are searched; the others cost time and can hold none.
    /// </summary>
    public static IEnumerable<Type> AvailableTypes()
    {
        var engine = typeof(Host).Assembly;
        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(x => !x.IsDynamic && (x == engine || References(x, engine)))
            .SelectMany(x => x.GetExportedTypes())
            .Where(x => x.IsPublic && !x.IsAbstract && x.IsSubclassOf(typeof(Host)));
    }

    static bool References(Assembly assembly, Assembly engine)
        => assembly.GetReferencedAssemblies().Any(x => x.Name == engine.GetName().Name);

    static bool IsRunning(Type type)
        => type.GetProperty($"IsRunning{type.Name}", StaticMembers)?.GetValue(null) is bool isRunning
            ? isRunning
            : throw new UsageException($"Host type '{type.Name}' defines no property 'IsRunning{type.Name}'.");

    static Host Create(Type type) => (Host)Activator.CreateInstance(type, nonPublic: true)!;
}

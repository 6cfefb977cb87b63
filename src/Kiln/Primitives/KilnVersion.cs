using System.Reflection;

namespace Kiln.Primitives;

/// <summary>Kiln's own version, as its packages have it.</summary>
public static class KilnVersion
{
    /// <summary>For example <c>1.4.0</c> or <c>1.5.0-alpha.0.7</c>, without the commit.</summary>
    public static string Text { get; } =
        typeof(KilnVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

using System.Reflection;
using Nuke.Common;

namespace Kiln.Engine.Targets;

/// <summary>
/// Reads a property of exactly this type, past overrides: what <c>base.X</c> means in C#, from the outside.
/// </summary>
static class NonVirtual
{
    public static Target GetTarget(PropertyInfo property, INukeBuild build)
    {
        // Reflection always calls virtually. A delegate made from the method's own address does not.
        var getter = property.GetMethod!.MethodHandle.GetFunctionPointer();
        return ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, getter)!)();
    }
}

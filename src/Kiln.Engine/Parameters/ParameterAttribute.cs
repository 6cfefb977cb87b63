#nullable disable
using System.Reflection;
using Kiln.Engine.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <remarks>
/// A value that cannot be converted ends the build before anything runs; NUKE warns and goes on without it.
/// </remarks>
public class ParameterAttribute : ValueInjectionAttributeBase
{
    public ParameterAttribute(string description = null)
    {
        Description = description;
    }

    public virtual string Description { get; }

    public string Name { get; set; }

    public string Separator { get; set; }

    public virtual bool List { get; set; } = true;

    public Type ValueProviderType { get; set; }

    public string ValueProviderMember { get; set; }

    public override object GetValue(MemberInfo member, object instance)
        => BuildRun.Current.Parameters.Resolve(member);

    public virtual IEnumerable<(string, object)> GetValueSet(MemberInfo member, object instance) => null;
}

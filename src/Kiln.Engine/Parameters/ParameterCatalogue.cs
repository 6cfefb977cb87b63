using System.Reflection;
using Kiln.Engine.Targets;
using Nuke.Common;
using Nuke.Common.ValueInjection;

namespace Kiln.Engine.Parameters;

/// <summary>The members of a build that get their value from outside.</summary>
sealed class ParameterCatalogue
{
    public ParameterCatalogue(Type buildType)
    {
        Injections =
        [
            .. BuildMembers
                .Find<MemberInfo>(buildType, x => x.IsDefined(typeof(ValueInjectionAttributeBase)), Members.All, true)
                .OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase)
                .Select(x => (x, x.GetCustomAttribute<ValueInjectionAttributeBase>()!)),
        ];
        Parameters =
        [
            .. Injections
                .Where(x => x.Attribute is ParameterAttribute)
                .Select(x => new Parameter(x.Member, (ParameterAttribute)x.Attribute))
                .OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public IReadOnlyList<(MemberInfo Member, ValueInjectionAttributeBase Attribute)> Injections { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    public IEnumerable<Parameter> Listed => Parameters.Where(x => x.Attribute.List);
}

using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;

namespace Kiln.Engine.Targets;

/// <summary>
/// Evaluates <c>x => x.Compile</c>. Reading the property by reflection saves the start-up cost of compiling it.
/// </summary>
static class DefaultTarget
{
    public static Target Of(LambdaExpression lambda, INukeBuild build)
        => lambda.Body is MemberExpression { Member: PropertyInfo property } access && IsParameter(access.Expression)
            ? (Target)property.GetValue(build)!
            : (Target)lambda.Compile(preferInterpretation: true).DynamicInvoke(build)!;

    static bool IsParameter(Expression? expression) => expression switch
    {
        ParameterExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert } conversion => IsParameter(conversion.Operand),
        _ => false,
    };
}

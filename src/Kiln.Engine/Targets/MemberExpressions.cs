using System.Linq.Expressions;
using System.Reflection;

namespace Kiln.Engine.Targets;

/// <summary>Reads lambdas like <c>() => Member</c> and <c>x => ((IFoo)x).Member</c> without compiling them.</summary>
static class MemberExpressions
{
    public static MemberInfo MemberOf(LambdaExpression lambda) => AccessOf(lambda).Member;

    /// <summary>The object whose member is read, or null for a static one.</summary>
    public static object? OwnerOf(LambdaExpression lambda) => Evaluate(AccessOf(lambda).Expression);

    static MemberExpression AccessOf(LambdaExpression lambda)
        => Unwrap(lambda.Body) as MemberExpression
           ?? throw new ArgumentException($"'{lambda}' must be a lambda that reads a field or property.");

    static Expression? Unwrap(Expression? expression)
        => expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } conversion
            ? Unwrap(conversion.Operand)
            : expression;

    static object? Evaluate(Expression? expression) => Unwrap(expression) switch
    {
        null => null,
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } access => field.GetValue(Evaluate(access.Expression)),
        MemberExpression { Member: PropertyInfo property } access => property.GetValue(Evaluate(access.Expression)),
        var other => Expression.Lambda(other).Compile(preferInterpretation: true).DynamicInvoke(),
    };
}

#nullable disable
using System.Linq.Expressions;
using Kiln.Engine.Execution;
using Kiln.Engine.Targets;

namespace Nuke.Common;

partial class NukeBuild
{
    [Parameter("Shows the execution plan (HTML).")]
    public bool Plan { get; }

    [Parameter("Shows the help text for this build assembly.")]
    public bool Help { get; }

    [Parameter("Disables displaying the NUKE logo.")]
    public bool NoLogo { get; set; }

    [Parameter("Indicates to continue a previously failed build attempt.")]
    public bool Continue { get; internal set; }

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => Find<T>(parameterExpression);

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) => Find<T>(parameterExpression);

    private static T Find<T>(LambdaExpression lambda)
        => (T)BuildRun.Current.Parameters.ResolveInjected(
            MemberExpressions.MemberOf(lambda), MemberExpressions.OwnerOf(lambda));
}

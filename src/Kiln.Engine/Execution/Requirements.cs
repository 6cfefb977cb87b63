using System.Linq.Expressions;
using System.Reflection;
using Kiln.Engine.Parameters;
using Kiln.Engine.Targets;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Kiln.Engine.Execution;

/// <summary>
/// Checks before the first target runs that all have what they need. On a terminal, missing parameters are asked for.
/// </summary>
sealed class Requirements(BuildRun run, NukeBuild build)
{
    public void Check(IEnumerable<ExecutableTarget> targets)
    {
        foreach (var target in targets)
        {
            foreach (var requirement in target.DelegateRequirements)
                Check(target, requirement);
        }

        foreach (var (member, _) in run.Catalogue!.Injections.Where(x => x.Member.IsDefined(typeof(RequiredAttribute))))
        {
            if (IsMissing(member))
                throw new UsageException($"Member '{NameOf(member)}' is required to be not null or empty");
        }
    }

    void Check(ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            if (!condition.Compile(preferInterpretation: true)())
                throw new UsageException($"Target '{target.Name}' requires '{condition.Body}'");
            return;
        }

        var member = MemberIn(build.GetType(), MemberExpressions.MemberOf(requirement));
        if (!member.IsDefined(typeof(ValueInjectionAttributeBase)))
        {
            throw new UsageException(
                $"Member '{NameOf(member)}' is required from target '{target.Name}' but not marked with an injection attribute.");
        }

        if (IsMissing(member))
            throw new UsageException(
                $"Target '{target.Name}' requires member '{NameOf(member)}' to be not null or empty");
    }

    static MemberInfo MemberIn(Type type, MemberInfo member)
        => member.DeclaringType == type ? member : type.GetMember(member.Name).SingleOrDefault() ?? member;

    bool IsMissing(MemberInfo member)
    {
        if (run.Host is Terminal && run.Environment.IsInteractive && IsAskable(member))
            Ask(member);

        return IsEmpty(Members.GetValue(member, build));
    }

    static bool IsEmpty(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    static bool IsAskable(MemberInfo member)
        => member.IsDefined(typeof(ParameterAttribute)) && (member is FieldInfo || ((PropertyInfo)member).CanWrite);

    void Ask(MemberInfo member)
    {
        var parameter = Parameter.Of(member);
        var prompt = new Prompt(run.Environment);
        while (IsEmpty(Members.GetValue(member, build)))
        {
            if (prompt.AskFor(parameter, ValueSet.Of(parameter, build)) is not { } answer)
                return;

            if (parameter.IsSecret)
                run.Secrets.Add(answer);
            Set(member, ValueConversion.Convert(answer, parameter.Type));
        }
    }

    void Set(MemberInfo member, object? value)
    {
        if (member is FieldInfo field)
            field.SetValue(build, value);
        else
            ((PropertyInfo)member).SetValue(build, value);
    }

    static string NameOf(MemberInfo member)
        => member.IsDefined(typeof(ParameterAttribute)) ? Parameter.Of(member).Name : Members.ShortName(member);
}

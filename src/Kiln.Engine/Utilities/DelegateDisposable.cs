using System.Linq.Expressions;

namespace Nuke.Common.Utilities;

/// <summary>Runs an action when disposed.</summary>
public class DelegateDisposable : IDisposable
{
    private readonly Action? _cleanup;

    private DelegateDisposable(Action? cleanup) => _cleanup = cleanup;

    public static IDisposable CreateBracket(Action? setup = null, Action? cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var value = setup.Invoke();
        return new DelegateDisposable(() => cleanup.Invoke(value));
    }

    /// <summary>Sets a variable, field or property, and puts the former value back at the end.</summary>
    public static IDisposable SetAndRestore<T>(Expression<Func<T>> memberProvider, T value)
    {
        var parameter = Expression.Parameter(typeof(T));
        var assignment = Expression.Assign(memberProvider.Body, parameter);
        var assign = Expression.Lambda<Action<T>>(assignment, parameter).Compile();
        var former = memberProvider.Compile().Invoke();
        return CreateBracket(() => assign(value), () => assign(former));
    }

    public void Dispose() => _cleanup?.Invoke();
}

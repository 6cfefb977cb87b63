using System.Reflection;

namespace Kiln.Engine.Execution;

static class ExceptionExtensions
{
    /// <summary>The exception that a person wants to read, without the wrappers of reflection and tasks.</summary>
    public static Exception Unwrap(this Exception exception) => exception switch
    {
        TypeInitializationException or TargetInvocationException when exception.InnerException is { } inner
            => inner.Unwrap(),
        AggregateException { InnerExceptions: [var only] } => only.Unwrap(),
        _ => exception,
    };
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

partial class Assert
{
    public static T NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : class =>
        obj ?? throw Failure(message, NotNullExpectation<T>(), argumentExpression);

    public static T? NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : struct =>
        obj ?? throw Failure(message, NotNullExpectation<T>(), argumentExpression);

    public static string NotNullOrEmpty(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null) =>
        !string.IsNullOrEmpty(str)
            ? str
            : throw Failure(message, "Expected string to be not null or empty", argumentExpression);

    public static string NotNullOrWhiteSpace(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null) =>
        !string.IsNullOrWhiteSpace(str)
            ? str
            : throw Failure(message, "Expected string to be not null or whitespace", argumentExpression);

    private static string NotNullExpectation<T>() =>
        $"Expected object of type '{typeof(T).FullName}' to be not null";
}

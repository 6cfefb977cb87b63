using System.Diagnostics;

namespace Kiln.Workflows.Explaining;

/// <summary>
/// The line of the build that made a part of a pipeline. Two parts are equal whatever made them, and only who asks for it pays for it: reading a stack
/// with its lines takes milliseconds.
/// </summary>
readonly record struct Origin(string? Line)
{
    static readonly AsyncLocal<bool> Asked = new();

    /// <summary>Who calls Kiln right now; nothing unless it is asked for.</summary>
    internal static Origin Here() => Asked.Value ? new Origin(FirstOutsideOfKiln(new StackTrace(1, fNeedFileInfo: true))) : default;

    /// <summary>Makes pipelines that know where they come from.</summary>
    internal static T Record<T>(Func<T> make)
    {
        Asked.Value = true;
        try
        {
            return make();
        }
        finally
        {
            Asked.Value = false;
        }
    }

    /// <inheritdoc />
    public bool Equals(Origin other) => true;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    static string? FirstOutsideOfKiln(StackTrace stack) => stack.GetFrames()
        .Where(x => x.GetMethod()?.DeclaringType?.Assembly.GetName().Name is { } name && !IsOurs(name) && x.GetFileName() is not null)
        .Select(x => $"{x.GetFileName()}:{x.GetFileLineNumber()}")
        .FirstOrDefault();

    static bool IsOurs(string assembly) => assembly is "Kiln" or "Kiln.Engine" || assembly.StartsWith("Kiln.Components", StringComparison.Ordinal)
        || assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Nuke.", StringComparison.Ordinal);
}

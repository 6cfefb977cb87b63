namespace Kiln.Dockerfiles.Substitution;

/// <summary>What stands in the result for a variable that nobody set.</summary>
public enum UnsetVariables
{
    /// <summary>Nothing, or the default that the word itself gives.</summary>
    Empty,

    /// <summary>The reference as it was written, default included, for whoever may know the variable later.</summary>
    Keep,
}

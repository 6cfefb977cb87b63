namespace Kiln.Engine.Targets;

/// <summary>
/// Delegates are equal as C# says. Their own hash code is the same for all lambdas of a class, which would make every
/// lookup a search.
/// </summary>
sealed class DelegateEquality : IEqualityComparer<Delegate>
{
    public static DelegateEquality Instance { get; } = new();

    public bool Equals(Delegate? x, Delegate? y) => x == y;

    public int GetHashCode(Delegate obj) => obj.Method.GetHashCode();
}

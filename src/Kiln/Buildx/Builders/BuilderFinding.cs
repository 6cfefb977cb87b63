namespace Kiln.Buildx.Builders;

/// <summary>Something that a builder cannot do and a build needs.</summary>
/// <param name="Code">For example <c>KILN3032</c>.</param>
/// <param name="Problem">A clause: what, and which.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record BuilderFinding(string Code, string Problem, string Remedy)
{
    /// <summary>Whether the build would fail for sure; else it works, but not as it could. Default: yes.</summary>
    public bool IsFatal { get; init; } = true;

    /// <summary>Both sentences.</summary>
    public override string ToString() => $"{char.ToUpperInvariant(Problem[0])}{Problem[1..]}. {Remedy}";
}

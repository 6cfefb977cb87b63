namespace Kiln.Agreement;

/// <summary>A verdict that is another one on purpose.</summary>
/// <param name="Rule">As the other tool calls it.</param>
/// <param name="Part">Of the Dockerfile that is judged.</param>
/// <param name="Reason">Why ours is right, in one sentence.</param>
sealed record KnownDifference(string Rule, string Part, string Reason);

/// <summary>Where Kiln differs from other tools and stays so. Whatever else differs is a fault of a rule.</summary>
static class KnownDifferences
{
    static readonly KnownDifference[] All =
    [
        new("DL4006", "SHELL [\"/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN echo ", "Alpine's shell knows pipefail, and echo does not fail."),
        new("SC", "SHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN echo $RANDOM", "An image keeps its SHELL, so bash reads what stands behind ONBUILD, as the spec itself says."),
        new("CopyIgnoredFile", "COPY ./tmp/helloworld.txt /helloworld.txt", "By the rules of .dockerignore, and by BuildKit's own code, */tmp/* does not leave tmp/helloworld.txt out."),
    ];

    /// <summary>Why a verdict differs; null where nothing explains it.</summary>
    public static string? ReasonFor(string rule, string dockerfile) =>
        All.FirstOrDefault(x => x.Rule == rule && dockerfile.Contains(x.Part, StringComparison.Ordinal))?.Reason;

    /// <summary>A verdict with its text and its reason, for people.</summary>
    public static void Print(string verdict, string dockerfile, string? reason) => Console.WriteLine(
        $"{verdict}\n{string.Concat(dockerfile.TrimEnd('\n').Split('\n').Select(x => $"    {x}\n"))}  {(reason is null ? "not explained" : $"because: {reason}")}");

    /// <summary>How many of those that differ have no reason, as a part of a sentence.</summary>
    public static string Counted(int different, int unexplained) => $"{different} {(different == 1 ? "differs" : "differ")}, {unexplained} of them without a reason";
}

namespace Kiln.Agreement;

/// <summary>A verdict that is another one on purpose.</summary>
/// <param name="Rule">As the other tool calls it.</param>
/// <param name="Part">Of the Dockerfile that is judged.</param>
/// <param name="Reason">Why ours is right, in one sentence.</param>
sealed record KnownDifference(string Rule, string Part, string Reason);

/// <summary>Where Kiln differs from other tools and stays so. Whatever else differs is a fault of a rule.</summary>
static class KnownDifferences
{
    const string OfHistory = "Only the history of an image that was built is written so.";
    const string OfOtherStage = "The stage does not ship: no other starts from it, and what is left in it reaches nobody.";
    const string OfUpgrade = "It upgrades packages, which is whole by itself; lists of what there is are fetched by each install.";

    static readonly KnownDifference[] All =
    [
        new("SC", "SHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN echo $RANDOM", "An image keeps its SHELL, so bash reads what stands behind ONBUILD, as the spec itself says."),
        new("DS-0001", "ARG IMAGE=all-in-one\nFROM $IMAGE", "FROM sees no argument of the stage above, so the build fails; KLN1009 says that."),
        new("DS-0002", "USER \n", "USER without a name is no instruction; KLN0001 says that."),
        new("DS-0002", "USER root\nFROM alpine:3.14\nUSER user1", "A stage that no other uses is built for its own sake, as for hadolint, and this one runs as root."),
        new("DS-0005", "ADD file:", OfHistory),
        new("DS-0005", "ADD multi:", OfHistory),
        new("DS-0009", "WORKDIR /path/to/workdir\nWORKDIR workdir", "Below an absolute folder of the same stage, one sees where a relative one lies, as for BuildKit."),
        new("DS-0011", "COPY file:", OfHistory),
        new("DS-0011", "COPY multi:", OfHistory),
        new("DS-0015", "RUN yum install vim\nRUN pip", OfOtherStage),
        new("DS-0017", "RUN dnf update -y", OfUpgrade),
        new("DS-0017", "RUN zypper up -y", OfUpgrade),
        new("DS-0017", "RUN yum update -y", OfUpgrade),
        new("DS-0020", "&& zypper remove bash", "What removes packages downloads nothing that could be left."),
        new("DS-0025", "RUN apk add python3\nRUN pip", OfOtherStage),
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

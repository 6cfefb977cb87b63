using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>One job for each combination of values; each is the variable of its axis while the targets run.</summary>
public sealed record JobMatrix
{
    /// <summary>Values by axis. KILN5001 without one, or where an axis can be no variable.</summary>
    public JobMatrix(params IEnumerable<MatrixAxis> axes)
    {
        Axes = axes.ToValueList();
        if (Axes.Count == 0 || Axes.Any(x => x.Values.Count == 0))
            throw new KilnException(ErrorCodes.InvalidPipeline, "A matrix without axes or an axis without values is no job at all; take it out, or give it values.");
    }

    /// <summary>In the order in which they are written.</summary>
    public ValueList<MatrixAxis> Axes { get; }

    /// <summary>Whether one that fails ends the others. Default: no.</summary>
    public bool EndsOthers { get; init; }

    /// <summary>How many run at once. Default: as many as the host gives. GitLab has no such limit.</summary>
    public int? AtOnce { get; init; }

    /// <summary>How many jobs that makes.</summary>
    public int Count => Axes.Aggregate(1, (all, x) => all * x.Values.Count);

    /// <summary>A job for each image (<c>ONLY_IMAGES</c>).</summary>
    public static JobMatrix ByImage(IEnumerable<ImageSpec> images) => ByImage(images.Select(x => x.Name));

    /// <summary>The parameter <c>--only-images</c>.</summary>
    internal const string ImageAxis = "ONLY_IMAGES";

    internal static JobMatrix ByImage(IEnumerable<string> images) => new(new MatrixAxis(ImageAxis, [.. images]));
}

/// <summary>A variable and what it is in turn.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Values">Any texts.</param>
public sealed record MatrixAxis(string Name, ValueList<string> Values)
{
    /// <summary>KILN5001 where it can be no variable.</summary>
    public string Name { get; init; } = JobGrammar.Variable(Name, "a matrix's axis");
}

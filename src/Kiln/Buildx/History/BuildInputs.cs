namespace Kiln.Buildx.History;

/// <summary>What the steps of an image depend on, to compare one build with the next. No value of an argument is in it, only digests.</summary>
sealed record BuildInputs
{
    /// <summary>The Dockerfile's text.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>Build arguments: short digests of their values.</summary>
    public required IReadOnlyDictionary<string, string> Arguments { get; init; }

    /// <summary>Images, addresses and repositories that it takes from outside, and images of the build: what each meant.</summary>
    public required IReadOnlyDictionary<string, string> Pins { get; init; }

    /// <summary>Settings that <c>RUN</c> steps depend on.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>For which platforms it is.</summary>
    public required IReadOnlyList<string> Platforms { get; init; }

    /// <summary>The engine and its version.</summary>
    public required string Builder { get; init; }

    /// <summary>
    /// The folders that are sent, the image's own under no name: each the name of a file that tells their contents.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Contexts { get; init; }
}

/// <summary>The last build of an image, and how long each of its steps took when it last ran, in seconds, by <see cref="StepKey"/>.</summary>
sealed record RememberedBuild(BuildInputs Inputs, IReadOnlyDictionary<string, double> Seconds);

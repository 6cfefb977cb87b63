namespace Kiln.Linting.Toolchains;

/// <summary>The name of an image, shortened as Docker shows it: official images are <c>node</c> and <c>eclipse-temurin</c>, others keep their registry.</summary>
/// <param name="Repository">Without tag and digest.</param>
/// <param name="Tag">Empty without one.</param>
sealed record BaseName(string Repository, string Tag)
{
    static readonly string[] OfficialPlaces = ["docker.io/library/", "public.ecr.aws/docker/library/", "docker.io/"];

    /// <summary>Null for what is no name of an image, for instance one with a variable.</summary>
    public static BaseName? Of(string image)
    {
        if (!ImageReference.TryParse(image, out var reference))
            return null;
        var full = $"{reference.Registry}/{reference.Repository}";
        var place = OfficialPlaces.FirstOrDefault(x => full.StartsWith(x, StringComparison.Ordinal)) ?? "";
        return new BaseName(full[place.Length..], reference.Tag ?? "");
    }

    /// <summary>The version that the tag begins with, as <c>3.13</c> of <c>3.13.1-slim</c>; null for another tag.</summary>
    /// <param name="parts">How many of its numbers.</param>
    public string? Version(int parts)
    {
        var numbers = new string([.. Tag.TakeWhile(x => char.IsAsciiDigit(x) || x == '.')]).Split('.', StringSplitOptions.RemoveEmptyEntries);
        return numbers.Length == 0 ? null : string.Join('.', numbers.Take(parts));
    }

    /// <summary>The tag's parts, which dashes divide.</summary>
    public IReadOnlyList<string> Parts => Tag.Split('-');
}

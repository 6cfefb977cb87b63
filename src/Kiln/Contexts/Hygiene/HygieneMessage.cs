using Kiln.Reporting;

namespace Kiln.Contexts.Hygiene;

/// <summary>Findings in words: what, how large, and the line that mends it.</summary>
static class HygieneMessage
{
    internal static KilnException Refusal(string folder, IEnumerable<ContextFinding> secrets) => new(
        ErrorCodes.SecretInContext,
        $"The build context '{folder}' holds secrets, and nothing was sent:\n"
        + string.Concat(secrets.Select(x => $"  {x.Path} ({HumanUnits.Size(x.Bytes)}): {x.What}. Line for its .dockerignore: {x.IgnoreLine}\n"))
        + "Leave them out by these lines; what a step needs, give it as a secret (docs/guides/secrets.md). What is no secret, allow by name "
        + "where the image is described: AllowedInContext = [new(\"path\", \"why\")].");
}

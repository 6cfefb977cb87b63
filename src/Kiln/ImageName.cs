using System.Text.RegularExpressions;

namespace Kiln;

/// <summary>The rule for an image's name: path components of a repository (distribution/reference, <c>path</c>).</summary>
static partial class ImageName
{
    const string Rule = "lower-case letters and digits, with '.', '_', '__' or '-' between them and '/' between parts";

    internal static string Check(string name) =>
        Grammar().IsMatch(name) && name.Length <= 128
            ? name
            : throw new KilnException(
                ErrorCodes.ImageNameInvalid,
                $"'{name}' cannot be an image's name: a name is {Rule}, 128 characters at most. Rename it where the image is described.");

    [GeneratedRegex(@"^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex Grammar();
}

using Kiln.Primitives;

namespace Kiln.Locking.Restoring;

/// <summary>From what people type to what the lock calls it.</summary>
static class InputNames
{
    /// <summary>Those inputs that one of the names means: the lock's key, an image's short name, or that without its tag.</summary>
    internal static ValueList<RequiredInput> Select(ValueList<RequiredInput> inputs, ValueList<string> names)
    {
        var unknown = names.Where(x => !inputs.Any(y => Means(x, y))).ToArray();
        return unknown.Length == 0
            ? inputs.Where(x => names.Any(y => Means(y, x))).ToValueList()
            : throw new KilnException(
                ErrorCodes.InputNameUnknown,
                $"The build has no input {string.Join(", ", unknown.Select(x => $"'{x}'"))}. "
                + (inputs.Count == 0 ? "It has none." : $"It has: {string.Join(", ", inputs.Select(NameOf).Distinct().Order(StringComparer.Ordinal))}."));
    }

    internal static string NameOf(RequiredInput input) => NameOf(input.Key);

    /// <summary>As Docker prints it, where the key is an image's.</summary>
    internal static string NameOf(string key) => ImageReference.TryParse(key, out var image) && image.ToString() == key ? image.Familiar : key;

    static bool Means(string name, RequiredInput input) => name == input.Key || name == NameOf(input)
        || (input is RequiredInput.Image image && name == image.Reference.WithoutTagAndDigest().Familiar);
}

using Kiln.Primitives;

namespace Kiln.Oci.Layers;

/// <summary>Reads another stream up to a length that no honest one has; then it is an <see cref="InvalidDataException"/>.</summary>
sealed class BoundedStream(Stream inner, long most) : ReadThrough(inner)
{
    long _read;

    protected override void Passed(int count)
    {
        if ((_read += count) > most)
            throw new InvalidDataException($"it goes on behind {most} bytes, as archives do that are made to fill a disk.");
    }
}

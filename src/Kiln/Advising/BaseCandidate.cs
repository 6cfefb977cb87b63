namespace Kiln.Advising;

/// <summary>A base for a final image. Sizes are rounded ones of unpacked images for linux/amd64, as registries had them in 2026: estimates.</summary>
/// <param name="Image">As a FROM names it.</param>
/// <param name="Megabytes">Unpacked.</param>
/// <param name="Shell">It has one.</param>
/// <param name="PackageManager">Its name; null without one.</param>
/// <param name="Libc">Its C library; null without one.</param>
/// <param name="For">When one would choose it.</param>
sealed record BaseCandidate(string Image, int Megabytes, bool Shell, string? PackageManager, string? Libc, string For);

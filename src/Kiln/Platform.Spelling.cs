namespace Kiln;

public sealed partial record Platform
{
    // The table of containerd's platforms package, database.go: several spellings, one platform.
    static (string Os, string Architecture, string? Variant) Normalize(string os, string architecture, string? variant)
    {
        var system = os.ToLowerInvariant() is "macos" ? "darwin" : os.ToLowerInvariant();
        var (processor, version) = (architecture.ToLowerInvariant(), variant?.ToLowerInvariant()) switch
        {
            ("i386", _) => ("386", null),
            ("x86_64" or "x86-64" or "amd64", null or "v1") => ("amd64", null),
            ("x86_64" or "x86-64", var other) => ("amd64", other),
            ("aarch64" or "arm64", null or "8" or "v8") => ("arm64", null),
            ("aarch64", var other) => ("arm64", other),
            ("armhf", _) => ("arm", "v7"),
            ("armel", _) => ("arm", "v6"),
            ("arm", null or "7") => ("arm", "v7"),
            ("arm", "5" or "6" or "8") => ("arm", $"v{variant}"),
            var other => other,
        };
        return (system, processor, version);
    }
}

using Kiln.Primitives;

namespace Kiln.Workflows.Pins;

/// <summary>The actions that generated workflows use, by the commits of their tags.</summary>
static class KnownActions
{
    internal const string Checkout = "actions/checkout";
    internal const string SetupDotNet = "actions/setup-dotnet";
    internal const string Cache = "actions/cache";
    internal const string Upload = "actions/upload-artifact";
    internal const string Download = "actions/download-artifact";
    internal const string Script = "actions/github-script";
    internal const string CodeQl = "github/codeql-action";

    internal static ValueMap<string> Commits { get; } = new Dictionary<string, string>
    {
        [$"{Checkout}@v7.0.1"] = "3d3c42e5aac5ba805825da76410c181273ba90b1",
        [$"{SetupDotNet}@v6.0.0"] = "a98b56852c35b8e3190ac28c8c2271da59106c68",
        [$"{Cache}@v5.0.5"] = "27d5ce7f107fe9357f9df03efb73ab90386fccae",
        [$"{Upload}@v7.0.0"] = "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
        [$"{Download}@v8.0.1"] = "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
        [$"{Script}@v8.0.0"] = "ed597411d8f924073f98dfc5c65a23a2325f34cd",
        [$"{CodeQl}@v4.36.2"] = "8aad20d150bbac5944a9f9d289da16a4b0d87c1e",
    };
}

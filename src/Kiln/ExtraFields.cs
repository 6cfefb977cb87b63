using System.Text.Json;
using Kiln.Primitives;

namespace Kiln;

/// <summary>Fields of a bake target in bake's own words, for what <see cref="ImageSpec"/> does not model.</summary>
static class ExtraFields
{
    // The properties that say the same; a field beside them would be written twice.
    static readonly Dictionary<string, string> Modelled = new()
    {
        ["annotations"] = nameof(ImageSpec.Annotations),
        ["args"] = nameof(ImageSpec.BuildArgs),
        ["cache-from"] = "the build's Cache",
        ["cache-to"] = "the build's Cache",
        ["context"] = nameof(ImageSpec.Context),
        ["contexts"] = nameof(ImageSpec.NamedContexts),
        ["dockerfile"] = nameof(ImageSpec.Dockerfile),
        ["dockerfile-inline"] = nameof(ImageSpec.InlineDockerfile),
        ["entitlements"] = nameof(ImageSpec.Entitlements),
        ["extra-hosts"] = nameof(ImageSpec.ExtraHosts),
        ["labels"] = nameof(ImageSpec.Labels),
        ["network"] = nameof(ImageSpec.Network),
        ["no-cache"] = nameof(ImageSpec.UncachedStages),
        ["no-cache-filter"] = nameof(ImageSpec.UncachedStages),
        ["platforms"] = nameof(ImageSpec.Platforms),
        ["secret"] = nameof(ImageSpec.Secrets),
        ["shm-size"] = nameof(ImageSpec.SharedMemory),
        ["ssh"] = nameof(ImageSpec.Ssh),
        ["tags"] = nameof(ImageSpec.Tags),
        ["target"] = nameof(ImageSpec.Stage),
        ["ulimits"] = nameof(ImageSpec.ProcessLimits),
    };

    // Kiln names its targets, and finds again by those names what they were built to.
    static readonly Dictionary<string, string> Taken = new()
    {
        ["attest"] = "an attestation has the time in it, so that no digest would be the same twice; Push writes provenance beside the image",
        ["call"] = "it makes BuildKit answer a question instead of building",
        ["inherits"] = "there is no other target to inherit from; write its fields here",
        ["matrix"] = "it makes several targets of one; describe several images",
        ["name"] = "Kiln names the target itself",
        ["output"] = "Kiln reads the layout that it asks for itself",
    };

    /// <summary>The same fields; KILN1025 where one is modelled, would make another target of it, or is no JSON.</summary>
    internal static ValueMap<string> Check(ValueMap<string> fields)
    {
        foreach (var (name, json) in fields)
        {
            if (Taken.TryGetValue(name, out var reason))
                throw Refused(name, reason);
            if (Modelled.TryGetValue(name, out var property))
                throw Refused(name, $"an image says that by another name; use {property}");
            if (Problem(json) is { } problem)
                throw Refused(name, $"its value '{json}' is no JSON ({problem}); a text needs its quotes, as in \"\\\"text\\\"\"");
        }

        return fields;
    }

    static string? Problem(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    static KilnException Refused(string name, string reason) =>
        new(ErrorCodes.InvalidExtraField, $"The extra field '{name}' cannot be taken: {reason}.");
}

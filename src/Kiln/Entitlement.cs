namespace Kiln;

/// <summary>More than steps usually may; the builder has to allow it too (<c>RUN --security=insecure</c>, <c>RUN --device</c>).</summary>
public sealed record Entitlement
{
    Entitlement(string name) => Name = name;

    /// <summary>As buildx writes it, for example <c>security.insecure</c>.</summary>
    public string Name { get; }

    /// <summary>Steps without a sandbox: <c>RUN --security=insecure</c>.</summary>
    public static Entitlement InsecureSecurity { get; } = new("security.insecure");

    /// <summary>Steps that ask for the host's network themselves: <c>RUN --network=host</c>.</summary>
    public static Entitlement HostNetwork { get; } = new("network.host");

    /// <summary>A device of the builder's by its CDI name, for example <c>nvidia.com/gpu=all</c>: <c>RUN --device=…</c>.</summary>
    public static Entitlement Device(string name) => new($"device={name}");
}

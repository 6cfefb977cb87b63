using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln.Buildx.Builders;

/// <summary>What buildx takes as a builder's name, address and nodes.</summary>
static partial class BuilderGrammar
{
    // buildx 0.29, driver/remote/util/endpoint.go.
    static readonly string[] Schemes = ["docker-container", "kube-pod", "npipe", "ssh", "tcp", "unix"];

    internal static KilnException Refuse(string message) => new(ErrorCodes.InvalidBuilder, message);

    internal static string CheckName(string name) => Name().IsMatch(name)
        ? name
        : throw Refuse($"'{name}' is no name of a builder. Write one that 'docker buildx ls' shows: letters, digits, '.', '_' and '-', a letter first.");

    internal static string CheckAddress(string address) => address.Split("://", 2) is [var scheme, { Length: > 0 }] && Schemes.Contains(scheme)
        ? address
        : throw Refuse(
            $"'{address}' is no address of a buildkitd. Write tcp://host:port or unix:///path; the schemes are {string.Join(", ", Schemes)}.");

    /// <summary>At least one node, and no two of them in one place.</summary>
    internal static ValueList<T> CheckNodes<T>(ValueList<T> nodes, Func<T, string?> place)
    {
        if (nodes.Count == 0)
            throw Refuse("A builder without nodes cannot build. Name at least one.");
        if (nodes.GroupBy(place).FirstOrDefault(x => x.Count() > 1) is { } twins)
            throw Refuse($"{twins.Count()} nodes of a builder are '{twins.Key ?? "this engine"}'. Name each once, with all its platforms.");
        return nodes;
    }

    /// <summary>Whether anybody on its network can use it.</summary>
    internal static bool IsOpen(RemoteNode node) => node.Tls is null && Uri.TryCreate(node.Address, UriKind.Absolute, out var address)
        && address is { Scheme: "tcp", IsLoopback: false };

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9._-]*\z")]
    private static partial Regex Name();
}

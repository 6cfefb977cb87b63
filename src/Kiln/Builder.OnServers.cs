using Kiln.Buildx.Builders;
using Kiln.Primitives;

namespace Kiln;

public abstract partial record Builder
{
    /// <inheritdoc cref="Remote(string)" />
    public sealed record OnServers(ValueList<RemoteNode> Nodes) : Builder
    {
        /// <summary>At least one; KILN3036 where there is none, or two have one address.</summary>
        public ValueList<RemoteNode> Nodes { get; init; } = BuilderGrammar.CheckNodes(Nodes, x => x.Address);
    }
}

/// <summary>A <c>buildkitd</c> that listens somewhere.</summary>
/// <param name="Address">With one of the schemes <c>tcp</c>, <c>unix</c>, <c>ssh</c>, <c>npipe</c>, <c>docker-container</c>, <c>kube-pod</c>.</param>
public sealed record RemoteNode(string Address)
{
    /// <summary>KILN3036 where buildx could not use it.</summary>
    public string Address { get; init; } = BuilderGrammar.CheckAddress(Address);

    /// <summary>How both sides prove who they are. Default: not at all, which is only good for sockets and loopback.</summary>
    public MutualTls? Tls { get; init; }

    /// <summary>What is built here. Default: what it says that it can.</summary>
    public ValueList<Platform> Platforms { get; init; }
}

/// <summary>Files of certificates in PEM form. They are read when the build begins; KILN3036 names those that are not there.</summary>
/// <param name="Authority">Whose signature the server's certificate bears.</param>
/// <param name="Certificate">The client's.</param>
/// <param name="Key">The client's, secret.</param>
public sealed record MutualTls(string Authority, string Certificate, string Key)
{
    /// <summary>The name in the server's certificate. Default: the host of the address.</summary>
    public string? ServerName { get; init; }
}

using Kiln.Primitives;

namespace Kiln.Oci.Registries.Credentials;

/// <summary>Asks one source after the other until one has credentials.</summary>
public sealed class CredentialChain(params IEnumerable<ICredentialSource> sources) : ICredentialSource
{
    readonly ValueList<ICredentialSource> _sources = sources.ToValueList();

    /// <inheritdoc />
    public async Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken)
    {
        var tried = new List<string>();
        foreach (var source in _sources)
        {
            var search = await source.FindAsync(registry, cancellationToken);
            tried.AddRange(search.Tried);
            if (search.Credential is not null)
                return search with { Tried = tried.ToValueList() };
        }

        return new CredentialSearch { Tried = tried.ToValueList() };
    }
}

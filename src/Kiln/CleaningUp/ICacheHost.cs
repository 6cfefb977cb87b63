using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>A CI host's own cache.</summary>
public interface ICacheHost
{
    /// <summary>As people call it: <c>GitHub's cache of acme/shop</c>.</summary>
    string Title { get; }

    /// <summary>Every entry. KILN2020 where it is not let, with the permission that lacks.</summary>
    Task<ValueList<HostCache>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes an entry; one that is gone already is no error. KILN2020 where it is not let, with the permission that lacks.</summary>
    Task DeleteAsync(HostCache entry, CancellationToken cancellationToken);
}

using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>Who knows which branches and requests a repository has.</summary>
public interface IRefSource
{
    /// <summary>The branches by name; null where it cannot tell. KILN2020 where it is not let.</summary>
    Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken);

    /// <summary>The numbers of the pull or merge requests that are open; null where it cannot tell. KILN2020 where it is not let.</summary>
    Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken);
}

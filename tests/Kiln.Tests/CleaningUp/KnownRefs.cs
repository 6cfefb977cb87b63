using Kiln.CleaningUp;
using Kiln.Primitives;

namespace Kiln.Tests.CleaningUp;

/// <summary>A repository with these branches and open requests.</summary>
sealed record KnownRefs(ValueList<string> Branches, ValueList<string> OpenRequests) : IRefSource
{
    public Task<ValueList<string>?> ListBranchesAsync(CancellationToken cancellationToken) => Task.FromResult<ValueList<string>?>(Branches);

    public Task<ValueList<string>?> ListOpenRequestsAsync(CancellationToken cancellationToken) => Task.FromResult<ValueList<string>?>(OpenRequests);
}

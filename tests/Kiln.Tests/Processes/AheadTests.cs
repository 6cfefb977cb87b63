using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class AheadTests
{
    [Fact]
    public async Task The_result_is_that_of_the_work()
    {
        await using var ahead = Ahead<int>.Begin(_ => Task.FromResult(7), CancellationToken.None);

        Assert.Equal(7, await ahead.Result);
    }

    [Fact]
    public async Task A_failure_is_thrown_to_whom_asks_for_the_result_and_to_nobody_else()
    {
        var ahead = Ahead<int>.Begin(_ => throw new InvalidOperationException("no"), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ahead.Result);
        await ahead.DisposeAsync();
    }

    [Fact]
    public async Task Work_that_nobody_needs_any_more_is_cancelled_and_has_ended()
    {
        var (began, ended) = (new TaskCompletionSource(), false);
        var ahead = Ahead<int>.Begin(WorkAsync, CancellationToken.None);
        await began.Task;

        await ahead.DisposeAsync();

        Assert.True(ended);

        async Task<int> WorkAsync(CancellationToken cancellationToken)
        {
            began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return 0;
            }
            finally
            {
                ended = true;
            }
        }
    }
}

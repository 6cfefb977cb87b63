namespace Kiln.Oci.Registries.Http;

/// <summary>Makes attempts until one succeeds or the policy gives up.</summary>
sealed class RetryLoop(RetryPolicy policy)
{
    const int AttemptsAtSilence = 2;

    public async Task<T> RunAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            TimeSpan? delay;
            try
            {
                return await attempt();
            }
            catch (TransientFailure failure)
            {
                delay = failure.WasSilence && number >= AttemptsAtSilence
                    ? null
                    : policy.DelayAfter(number, failure.RetryAfter, Random.Shared.NextDouble());
                if (delay is null)
                    throw failure.Final;
            }

            await Task.Delay(delay.Value, cancellationToken);
        }
    }
}

namespace Kiln.Buildx;

/// <summary>Where each image is solved on its own, those that were finished before one fails are kept, and that is said.</summary>
static class FinishedBefore
{
    internal static async Task<T> TellAsync<T>(IReadOnlyCollection<ImageSpec> finished, Func<Task<T>> solve)
    {
        try
        {
            return await solve();
        }
        catch (KilnException exception) when (finished.Count > 0)
        {
            var names = string.Join(", ", finished.Select(x => x.Name));
            throw new KilnException(exception.Code, $"{exception.Message}\nBuilt before that, and kept: {names}.", exception);
        }
    }
}

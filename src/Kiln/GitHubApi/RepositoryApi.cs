using System.Text.Json;
using Kiln.Primitives;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>
/// GitHub's REST API (https://docs.github.com/rest) by path, for what Octokit has no types for, or types whose numbers are too small. What is refused names the
/// permission that lacks.
/// </summary>
sealed class RepositoryApi
{
    readonly GitHubRepository _repository;
    readonly IConnection _connection;

    /// <summary>Asks nobody yet.</summary>
    internal RepositoryApi(GitHubRepository repository) => (_repository, _connection) = (repository, GitHubClients.Of(repository.Api, repository.Token).Connection);

    /// <summary>One object.</summary>
    /// <param name="path">For example <c>users/acme</c>.</param>
    /// <param name="permission">What a job's token needs for it.</param>
    /// <param name="read">Takes from it what is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<T> GetAsync<T>(string path, string permission, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        (await GetAsync(new Uri(path, UriKind.Relative), permission, read, cancellationToken)).Found;

    /// <summary>What an array holds, page after page.</summary>
    /// <param name="path">With what is asked for, and with <c>per_page</c>.</param>
    /// <param name="permission">What a job's token needs for it.</param>
    /// <param name="read">Takes from an item what is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="property">Where the array is, in answers that are objects; null for answers that are arrays.</param>
    internal async Task<ValueList<T>> ListAsync<T>(
        string path, string permission, Func<JsonElement, T> read, CancellationToken cancellationToken, string? property = null)
    {
        var items = new List<T>();
        for (var page = new Uri(path, UriKind.Relative); page is not null;)
        {
            (var found, page) = await GetAsync(page, permission, ReadAll, cancellationToken);
            items.AddRange(found);
        }

        return items.ToValueList();

        T[] ReadAll(JsonElement answer) => [.. (property is null ? answer : answer.GetProperty(property)).EnumerateArray().Select(read)];
    }

    /// <summary>Deletes what is there; whether it was.</summary>
    internal Task<bool> DeleteAsync(string path, string permission, CancellationToken cancellationToken) => AskAsync(permission, cancellationToken, async () =>
    {
        try
        {
            await _connection.Delete(new Uri(path, UriKind.Relative)).WaitAsync(cancellationToken);
            return true;
        }
        catch (NotFoundException)
        {
            // Another run was faster, or what was listed is hidden by now: the caller knows which it can be.
            return false;
        }
    });

    internal KilnException Refused(string reason, Exception? error = null) =>
        new(ErrorCodes.DeletionRefused, $"GitHub does nothing for '{_repository}': {reason}.", error);

    Task<(T Found, Uri? Next)> GetAsync<T>(Uri address, string permission, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        AskAsync(permission, cancellationToken, async () =>
        {
            var answer = (await _connection.Get<object>(address, null).WaitAsync(cancellationToken)).HttpResponse;
            using var document = JsonDocument.Parse((string)answer.Body);
            return (read(document.RootElement), answer.ApiInfo.Links.GetValueOrDefault("next"));
        });

    async Task<T> AskAsync<T>(string permission, CancellationToken cancellationToken, Func<Task<T>> ask)
    {
        if (_repository.Token is null)
            throw Refused(GitHubRefusal.WithoutToken);
        try
        {
            return await ask();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GitHubRefusal.Of(error, permission, "that") is { } reason)
        {
            throw Refused(reason, error);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Refused("what answers is not GitHub's API", error);
        }
    }
}

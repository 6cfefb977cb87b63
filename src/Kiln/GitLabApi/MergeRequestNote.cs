using System.Text.Json.Nodes;
using Kiln.Changes;

namespace Kiln.GitLabApi;

/// <summary>A note of a merge request that is kept up to date: https://docs.gitlab.com/api/notes/</summary>
public sealed class MergeRequestNote : IRequestComment
{
    readonly GitLabMergeRequest _request;
    readonly ProjectApi _api;

    /// <summary>Asks nobody yet. KILN2015 where there is no token.</summary>
    public MergeRequestNote(GitLabMergeRequest request)
    {
        _request = request;
        _api = new ProjectApi(request.Project, "api", "that merge request", Refused);
        if (request.Project.Token is null)
            throw Refused(_api.WithoutToken);
    }

    string Notes => $"merge_requests/{Uri.EscapeDataString(_request.Number)}/notes";

    /// <inheritdoc />
    public async Task<string> WriteAsync(string topic, string text, CancellationToken cancellationToken)
    {
        var mark = $"<!-- kiln: {topic} -->";
        var body = $"{mark}\n{text}";
        var (id, before) = await FindAsync(mark, cancellationToken);
        if (before?.ReplaceLineEndings("\n") != body.ReplaceLineEndings("\n"))
        {
            id = await _api.WriteAsync(
                id is null ? HttpMethod.Post : HttpMethod.Put,
                id is null ? Notes : $"{Notes}/{id}",
                new JsonObject { ["body"] = body },
                x => x.GetProperty("id").GetInt64(),
                cancellationToken);
        }

        return $"{_request.Page}/-/merge_requests/{_request.Number}#note_{id}";
    }

    async Task<(long? Id, string? Body)> FindAsync(string mark, CancellationToken cancellationToken)
    {
        await foreach (var (id, body) in _api.ListAsync(Notes, x => (x.GetProperty("id").GetInt64(), x.GetProperty("body").GetString() ?? ""), cancellationToken))
        {
            if (body.StartsWith(mark, StringComparison.Ordinal))
                return (id, body);
        }

        return (null, null);
    }

    KilnException Refused(string reason, Exception? error = null) =>
        new(ErrorCodes.CommentRefused, $"No note was written to merge request {_request.Number}: {reason}.", error);
}

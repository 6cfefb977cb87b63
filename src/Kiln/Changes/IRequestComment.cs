namespace Kiln.Changes;

/// <summary>One comment of a pull or merge request that is written once and then kept up to date, so that a page does not fill with those of old runs.</summary>
public interface IRequestComment
{
    /// <summary>Writes the comment, or changes the one that was written before; KILN2015 where the host does not let it.</summary>
    /// <param name="topic">Tells this comment from others of the same kind: one line without <c>--></c>. No reader sees it.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="cancellationToken">Ends it; what was sent by then may be written.</param>
    /// <returns>The comment's address.</returns>
    Task<string> WriteAsync(string topic, string text, CancellationToken cancellationToken);
}

using Kiln.Dockerfiles.Syntax;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What a source of <c>ADD</c> fetches.</summary>
static class AddedInput
{
    /// <summary>Null for what lies in the context.</summary>
    internal static ExternalInput? Of(AddInstruction add, Word source, StageScope scope, int line, InputProblems problems)
    {
        var word = scope.Expand(source.Text);
        var checksum = ChecksumOf(add, scope);
        var input = RemoteSource.Of(word.Text) switch
        {
            RemoteSource.Url url => new ExternalInput.Url(url.Address, checksum, line),
            RemoteSource.Git git => new ExternalInput.Git(git with { Checksum = git.Checksum ?? checksum }, line),
            RemoteSource.Refused refused => Refuse($"'{word.Text}' is no repository that can be cloned: {refused.Reason}"),
            _ => (ExternalInput?)null,
        };
        if (word.Error is { } error)
            return Refuse($"'{source.Text}' cannot be read: {error}");
        // A path may hold what only the base image knows; of an address all must be known to pin it.
        return input is not null && word.Unset.Count > 0
            ? Refuse($"'{source.Text}' cannot be known: this Dockerfile gives no value to {string.Join(", ", word.Unset.Select(x => $"'{x}'"))}. Set it there by ARG or ENV.")
            : input;

        ExternalInput? Refuse(string message)
        {
            problems.Add(source.Span, message);
            return null;
        }
    }

    // A variable without a value leaves nothing, which demands nothing.
    static string? ChecksumOf(AddInstruction add, StageScope scope) =>
        add.Checksum is { Value: { } text } && scope.Expand(text).Text is { Length: > 0 } checksum ? checksum : null;
}

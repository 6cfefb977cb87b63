using System.Net;
using Octokit;

namespace Kiln.GitHubApi;

/// <summary>Why GitHub did not do what it was asked, in words that end a message.</summary>
static class GitHubRefusal
{
    /// <summary>What lacks where there is no token.</summary>
    internal const string WithoutToken = "there is no token in GITHUB_TOKEN; the step of a job is given one by 'GITHUB_TOKEN: ${{ github.token }}', as generated workflows do";

    /// <summary>Null for an error that GitHub has nothing to do with.</summary>
    internal static string? Of(Exception error) => error switch
    {
        RateLimitExceededException limit => $"GitHub answers no more requests until {limit.Reset.ToLocalTime():HH:mm}",
        SecondaryRateLimitExceededException or AbuseException => "GitHub answers no more requests for now, as there were many at once",
        AuthorizationException => "GitHub does not take the token in GITHUB_TOKEN; it may have expired",
        ApiException answer => $"GitHub answers HTTP {(int)answer.StatusCode}: {Text(answer)}",
        HttpRequestException or TaskCanceledException or WebException => $"GitHub cannot be reached: {Text(error.GetBaseException())}",
        _ => null,
    };

    /// <inheritdoc cref="Of(Exception)" />
    /// <param name="error">What the client threw.</param>
    /// <param name="permission">What the token needs, as workflows name it: <c>checks: write</c>.</param>
    /// <param name="subject">What the question was about, for example "that pull request".</param>
    internal static string? Of(Exception error, string permission, string subject) => error switch
    {
        // They are forbidden as well, and no permission would help.
        RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException => Of(error),
        ForbiddenException => $"the token in GITHUB_TOKEN lacks the permission '{permission}'{(permission.EndsWith(": write", StringComparison.Ordinal) ? ", which a pull request from a fork never has" : "")}: {Text(error)}",
        NotFoundException => $"GitHub does not show {subject} to the token in GITHUB_TOKEN, which needs the permission '{permission}'",
        _ => Of(error),
    };

    static string Text(Exception error) => error.Message.TrimEnd('.');
}

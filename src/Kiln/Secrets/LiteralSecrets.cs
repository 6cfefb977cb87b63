using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>A secret that stands in a text.</summary>
/// <param name="Kind">What it is, with its article.</param>
/// <param name="Text">The secret itself, which no report may show.</param>
sealed record LiteralSecret(string Kind, string Text)
{
    /// <summary>Enough to find it again: four characters, fewer of a short one.</summary>
    public string Beginning => Text[..Math.Min(4, Text.Length / 4)];
}

/// <summary>Finds secrets by the forms that their makers gave them, so that programs can tell.</summary>
static partial class LiteralSecrets
{
    const int FewestDifferentCharacters = 8;

    static readonly (string Kind, Regex Form)[] Forms =
    [
        ("a private key", PrivateKey()), ("an access key of AWS", AwsKey()), ("a token of GitHub", GitHubToken()),
        ("a token of GitLab", GitLabToken()), ("a token of npm", NpmToken()), ("a token of Slack", SlackToken()),
        ("a token of PyPI", PyPiToken()), ("a token of Docker Hub", DockerToken()), ("a key of Stripe", StripeKey()),
        ("a token of Hugging Face", HuggingFaceToken()), ("a login for a registry", RegistryLogin()),
        ("a password in a URL", UrlPassword()),
    ];

    static readonly string[] Placeholders =
        ["changeme", "example", "pass", "passwd", "password", "placeholder", "pwd", "secret", "test", "token", "x-oauth-basic"];

    /// <summary>Those of a text, without what only shows how one would look.</summary>
    public static IEnumerable<LiteralSecret> In(string text) =>
        from form in Forms
        from match in form.Form.Matches(text)
        where IsMeant(match)
        select new LiteralSecret(form.Kind, match.Groups["secret"].Value);

    // ghp_xxxxxxxx and AKIA…EXAMPLE stand for a secret; user:user@localhost opens nothing that is not open.
    static bool IsMeant(Match match)
    {
        var secret = match.Groups["secret"].Value;
        if (match.Groups["user"] is not { Success: true } user)
            return secret.Distinct().Count() >= FewestDifferentCharacters
                && !secret.Contains("example", StringComparison.OrdinalIgnoreCase);
        return secret != user.Value && secret.Distinct().Count() > 1
            && !Placeholders.Contains(secret, StringComparer.OrdinalIgnoreCase)
            && !match.Groups["host"].Value.StartsWith("localhost", StringComparison.Ordinal)
            && !match.Groups["host"].Value.StartsWith("127.", StringComparison.Ordinal);
    }

    // The header alone says nothing yet: scripts look for it, and put keys together that they are given.
    [GeneratedRegex(
        @"-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,120}?(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{40})")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?<secret>(?:AKIA|ASIA)[A-Z2-7]{16})\b")]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"\b(?<secret>gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b")]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\b(?<secret>gl(?:pat|dt|rt|ptt|soat|ft|cbt|imt|agent)-[A-Za-z0-9_-]{20,64})")]
    private static partial Regex GitLabToken();

    [GeneratedRegex(@"\b(?<secret>npm_[A-Za-z0-9]{36})\b")]
    private static partial Regex NpmToken();

    [GeneratedRegex(
        @"\b(?<secret>xox[abeoprs]-(?:[0-9]-)?[0-9]{8,}-[A-Za-z0-9-]{8,})"
        + @"|hooks\.slack\.com/services/(?<secret>T\w{8,}/B\w{8,}/\w{20,})")]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"\b(?<secret>pypi-AgE[A-Za-z0-9_-]{50,})")]
    private static partial Regex PyPiToken();

    [GeneratedRegex(@"\b(?<secret>dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,})")]
    private static partial Regex DockerToken();

    [GeneratedRegex(@"\b(?<secret>[rs]k_live_[A-Za-z0-9]{24,})\b")]
    private static partial Regex StripeKey();

    [GeneratedRegex(@"\b(?<secret>hf_[A-Za-z0-9]{34})\b")]
    private static partial Regex HuggingFaceToken();

    // As in .npmrc; a variable there is filled in by npm.
    [GeneratedRegex(@"//[^\s=""']{1,200}:_(?:authToken|auth|password)\s*=\s*[""']?(?<secret>[^\s""'$%<{`\\]{8,})")]
    private static partial Regex RegistryLogin();

    [GeneratedRegex(
        @"\b[a-z][a-z0-9+.-]{1,20}://(?<user>[^\s/:@""'`$%<>{}()*\\?#]{0,100}):(?<secret>[^\s/:@""'`$<>{}()*\\?#]{3,200})"
        + @"@(?<host>[A-Za-z0-9[][^\s/""'`]{0,100})",
        RegexOptions.IgnoreCase)]
    private static partial Regex UrlPassword();
}

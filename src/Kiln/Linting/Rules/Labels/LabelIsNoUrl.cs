namespace Kiln.Linting.Rules.Labels;

/// <summary>A page that shows the label makes a link of it.</summary>
sealed class LabelIsNoUrl() : LabelFormRule("KLN7005", "Write a URL where one is asked for.", "DL3052", LabelForm.Url)
{
    protected override string Problem => "is no URL of http or https";

    protected override bool IsWellFormed(string value) =>
        !value.Any(char.IsWhiteSpace) && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    protected override string Wanted(string value) =>
        value.Contains('.') && !value.Contains("://", StringComparison.Ordinal) && IsWellFormed($"https://{value}")
            ? $"https://{value}" : "all of it, for instance https://example.com/docs";
}

namespace Kiln.Linting.Rules.Labels;

/// <summary>The commit leads from an image to its sources, and a branch or a tag may have moved on.</summary>
sealed class LabelIsNoGitHash() : LabelFormRule("KLN7008", "Write a commit where one is asked for.", "DL3055", LabelForm.GitHash)
{
    const int Shortest = 7;
    const int OfSha1 = 40;
    const int OfSha256 = 64;

    protected override string Problem => "is no commit of Git";

    protected override bool IsWellFormed(string value) =>
        value.Length is (>= Shortest and <= OfSha1) or OfSha256 && value.All(char.IsAsciiHexDigit);

    protected override string Wanted(string value) => "7 to 40 hexadecimal digits, as git rev-parse HEAD prints them";
}

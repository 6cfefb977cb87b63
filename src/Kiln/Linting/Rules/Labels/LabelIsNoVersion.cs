namespace Kiln.Linting.Rules.Labels;

/// <summary>Versions are compared by their parts, which only some have.</summary>
sealed class LabelIsNoVersion() : LabelFormRule(
    "KLN7009", "Write a semantic version where one is asked for.", "DL3056", LabelForm.SemanticVersion)
{
    protected override string Problem => "is no semantic version";

    protected override bool IsWellFormed(string value) => !value.StartsWith('v') && SemanticVersion.TryParse(value) is not null;

    protected override string Wanted(string value) =>
        SemanticVersion.TryParse(value) is { } version
            ? $"{version}; the v belongs to the tag in Git" : "three numbers, for instance 1.4.2 or 1.4.2-rc.1";
}

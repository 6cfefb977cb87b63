namespace Kiln.Linting.Rules.Labels;

/// <summary>Who checks licences does it by their identifiers; a name in words is none.</summary>
sealed class LabelIsNoLicense() : LabelFormRule(
    "KLN7007", "Write licences as SPDX identifies them.", "DL3054", LabelForm.SpdxLicense)
{
    protected override string Problem => "is no licence as SPDX identifies them";

    protected override bool IsWellFormed(string value) => SpdxExpression.IsValid(value);

    protected override string Wanted(string value) =>
        "the identifier, for instance MIT or Apache-2.0 OR MIT; LicenseRef-… names one that SPDX does not list";
}

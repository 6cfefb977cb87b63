using System.Net.Mail;

namespace Kiln.Linting.Rules.Labels;

/// <summary>Somebody will want to write to it.</summary>
sealed class LabelIsNoEmail() : LabelFormRule(
    "KLN7010", "Write an email address where one is asked for.", "DL3058", LabelForm.Email)
{
    protected override string Problem => "is no email address";

    protected override bool IsWellFormed(string value) => MailAddress.TryCreate(value, out var mail) && mail.Address == value;

    protected override string Wanted(string value) =>
        MailAddress.TryCreate(value, out var mail)
            ? $"the address alone: {mail.Address}" : "one address, for instance team@example.com";
}

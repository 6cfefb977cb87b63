namespace Kiln.Linting.Rules.Packages;

/// <summary>
/// What is written to a file of settings, or given as an option, holds for all commands: a Dockerfile that names a
/// setting has thought of it.
/// </summary>
static class Settings
{
    public static bool Mention(LintSubject subject, string setting) =>
        subject.Dockerfile.Source.Text.Contains(setting, StringComparison.OrdinalIgnoreCase);
}

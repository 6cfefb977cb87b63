using Kiln.Primitives;

namespace Kiln.Engine.Parameters;

/// <summary>
/// Refuses arguments that nobody reads. NUKE ignores them, so that a typing error changes what a build does.
/// </summary>
static class UnknownArguments
{
    public static void Refuse(CommandLine commandLine, ParameterCatalogue catalogue, IEnumerable<string> profiles)
    {
        string[] known =
        [
            .. catalogue.Parameters.Select(x => x.DashedName),
            BuiltIn.Strict.ToLowerInvariant(),
            .. profiles.Append(ParameterFiles.DefaultProfile).Select(FileSecrets.PasswordParameter),
        ];
        var unknown = commandLine.Arguments.FirstOrDefault(x => !Array.Exists(known, x.IsNamed));
        if (unknown is null)
            return;

        throw new UsageException(
            $"Argument '{unknown.Text}' is not known.{Question(unknown.Text, known)} " +
            $"'--help' lists all arguments.{Negative(unknown.Text)}");
    }

    static string Question(string typed, IEnumerable<string> known)
        => NearestName.Question("--" + typed.TrimStart('-'), known.Select(x => "--" + x));

    static string Negative(string typed)
        => double.TryParse(typed, out _) ? " A value that starts with a dash is written '--name=-5'." : "";
}

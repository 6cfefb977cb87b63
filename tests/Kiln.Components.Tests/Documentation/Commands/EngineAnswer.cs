using Kiln.Engine.Output;
using Kiln.Engine.Parameters;
using Kiln.Engine.Planning;
using Kiln.Engine.Targets;

namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>What the engine says to a command line before it runs anything.</summary>
static class EngineAnswer
{
    /// <summary>The error, or null where the build would start.</summary>
    internal static string? To(IReadOnlyList<string> words, Type build)
    {
        try
        {
            var commandLine = new CommandLine(words);
            var catalogue = new ParameterCatalogue(build);
            UnknownArguments.Refuse(commandLine, catalogue, []);
            var sources = new ParameterSources(commandLine, new EnvironmentVariables(new Dictionary<string, string>()));
            new ParameterValues(sources, new SecretMask()).ResolveAll(catalogue);
            var known = TargetFactory.PropertiesOf(build).Select(Members.ShortName).ToArray();
            return new[] { BuiltIn.Target, BuiltIn.Skip }
                .SelectMany(x => sources.Find<string[]>(x, BuiltIn.TargetSeparator[0]) ?? [])
                .Where(x => !known.Any(y => TargetNames.Match(x, y)))
                .Select(x => $"There is no target '{x}'. There are {string.Join(", ", known.Order(StringComparer.Ordinal))}.")
                .FirstOrDefault();
        }
        catch (UsageException exception)
        {
            return exception.Message;
        }
    }
}

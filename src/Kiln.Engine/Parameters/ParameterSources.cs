namespace Kiln.Engine.Parameters;

/// <summary>
/// Where values come from. The first that has one wins: command line, words before the first dash (targets only),
/// environment, files.
/// </summary>
sealed class ParameterSources(CommandLine commandLine, EnvironmentVariables variables)
{
    public CommandLine CommandLine => commandLine;

    public EnvironmentVariables Variables => variables;

    /// <summary>Set when the root directory and the profiles are known.</summary>
    public ParameterFiles? Files { get; set; }

    public FileSecrets? FileSecrets { get; set; }

    public JsonConversion? JsonConversion { get; set; }

    /// <summary>A value of this type, or null when there is none. Throws when there is one that does not fit.</summary>
    public object? Find(string name, Type type, char? separator = null, bool isSecret = false)
        => FromCommandLine(name, type, separator)
           ?? FromEnvironment(name, type, separator)
           ?? FromFiles(name, type, isSecret);

    public T? Find<T>(string name, char? separator = null) => (T?)Find(name, typeof(T), separator);

    public object? FromCommandLine(string name, Type type, char? separator)
    {
        if (commandLine.Find(name) is var (text, values))
            return Attempt($"argument '{text}'", () => ConvertWords(text, values, type, separator));

        return name == BuiltIn.Target && commandLine.Positional.Count > 0
            ? ConvertWords(BuiltIn.Target, commandLine.Positional, type, separator)
            : null;
    }

    object? FromEnvironment(string name, Type type, char? separator)
    {
        if (variables.Find(name) is not { } variable)
            return null;

        var values = (separator is { } character ? variable.Value.Split(character) : [variable.Value])
            .Where(x => !string.IsNullOrWhiteSpace(x)).ToList();
        return Attempt(
            $"environment variable '{variable.Name}' for parameter '{name}'",
            () => ValueConversion.Convert(values, type, booleanDefault: false));
    }

    object? FromFiles(string name, Type type, bool isSecret)
    {
        if (Files?.Find(name) is not var (file, json))
            return null;

        return isSecret
            ? FileSecrets!.Read(name, file, json)
            : Attempt($"parameter '{name}' of file '{file.Path}'", () => JsonConversion!.Convert(json, type));
    }

    static object? ConvertWords(string name, IReadOnlyList<string> words, Type type, char? separator)
    {
        if (separator is not { } character || !words.Any(x => x.Contains(character)))
            return ValueConversion.Convert(words, type, booleanDefault: true);

        return words is [var only]
            ? ValueConversion.Convert(only.Split(character), type, booleanDefault: true)
            : throw new UsageException(
                $"Argument '{name}' with value [ {string.Join(", ", words)} ] " +
                $"cannot be split with separator '{character}'");
    }

    static object? Attempt(string source, Func<object?> convert)
    {
        try
        {
            return convert();
        }
        catch (FormatException exception)
        {
            throw new UsageException($"Resolving {source} failed. {exception.Message}");
        }
    }
}

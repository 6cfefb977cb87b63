namespace Kiln;

/// <summary>
/// Something that a step may read while it runs, by <c>RUN --mount=type=secret,id=…</c>: it is in no argument, no layer and no
/// log. For example a token for a private feed of packages.
/// </summary>
public abstract record BuildSecret
{
    BuildSecret(string id)
    {
        if (id.Length == 0 || id.Any(x => !char.IsAsciiLetterOrDigit(x) && x is not ('_' or '-' or '.')))
        {
            throw new KilnException(
                ErrorCodes.SecretInvalid,
                $"'{id}' cannot be a secret's id: letters, digits, '_', '-' and '.' are allowed, and at least one of them is needed.");
        }

        Id = id;
    }

    /// <summary>The name that the Dockerfile's mount has.</summary>
    public string Id { get; }

    /// <summary>The content of a file on this machine.</summary>
    public static BuildSecret OfFile(string id, string path) => new File(id, path);

    /// <summary>The value of a variable of the build's environment. Default: the variable of the id's name.</summary>
    public static BuildSecret OfVariable(string id, string? variable = null) => new Variable(id, variable ?? id);

    /// <summary>The content of a file on this machine; its path is made absolute.</summary>
    public sealed record File(string Id, string Path) : BuildSecret(Id)
    {
        /// <summary>Absolute.</summary>
        public string Path { get; init; } = System.IO.Path.GetFullPath(Path);
    }

    /// <summary>The value of a variable of the build's environment.</summary>
    public sealed record Variable(string Id, string Name) : BuildSecret(Id);

    /// <summary>What it is now; null where the file or the variable is not there.</summary>
    internal string? Read() => this switch
    {
        File file => System.IO.File.Exists(file.Path) ? System.IO.File.ReadAllText(file.Path) : null,
        Variable variable => Environment.GetEnvironmentVariable(variable.Name) is { Length: > 0 } value ? value : null,
        _ => throw new InvalidOperationException($"{Id} is no secret."),
    };

    /// <summary>Where it comes from, in words; never its value.</summary>
    internal string Source => this switch
    {
        File file => $"the file '{file.Path}'",
        Variable variable => $"the variable '{variable.Name}'",
        _ => throw new InvalidOperationException($"{Id} is no secret."),
    };
}

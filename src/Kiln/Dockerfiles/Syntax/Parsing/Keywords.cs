namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>The words that instructions begin with.</summary>
static class Keywords
{
    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
        "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    /// <summary>In upper case; a known one costs no new string.</summary>
    public static string Normalize(ReadOnlySpan<char> written)
    {
        foreach (var keyword in All)
            if (written.Equals(keyword, StringComparison.OrdinalIgnoreCase))
                return keyword;
        return written.ToString().ToUpperInvariant();
    }
}

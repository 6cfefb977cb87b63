namespace Kiln.Dockerfiles.Substitution;

/// <summary>What becomes of quotes and escapes when variables are put in.</summary>
public enum QuoteHandling
{
    /// <summary>They do their work and vanish, as in the words of most instructions.</summary>
    Remove,

    /// <summary>They do their work and stay, for a reader that takes the text apart later.</summary>
    Keep,

    /// <summary>Quotes stay and escapes vanish; BuildKit reads the delimiter of a here-document so.</summary>
    KeepQuotes,

    /// <summary>
    /// Quotes are characters like others and escapes vanish, as in the body of a here-document. There the escape is
    /// always a backslash, whatever the Dockerfile says.
    /// </summary>
    Ignore,
}

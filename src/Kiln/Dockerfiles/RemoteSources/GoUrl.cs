namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>
/// An address as Go's <c>net/url</c> takes it apart. <see cref="Uri"/> takes more for an address, less for another, and
/// rewrites what it takes; here the letters matter, for rules are compared with them.
/// </summary>
sealed partial record GoUrl
{
    const string PathSigns = "$&+,/:;=@";

    public required string Scheme { get; init; }

    /// <summary>What stands between the slashes and the path.</summary>
    public required GoAuthority Authority { get; init; }

    public string Host => Authority.Host;

    /// <summary>Decoded.</summary>
    public required string Path { get; init; }

    public required string WrittenPath { get; init; }

    public required string Query { get; init; }

    public required bool HasEmptyQuery { get; init; }

    /// <summary>Decoded.</summary>
    public required string Fragment { get; init; }

    /// <summary>Without query and fragment; a question mark with nothing behind it stays, as it does in Go.</summary>
    public override string ToString()
    {
        var isWellWritten = WrittenPath.All(x => PercentEncoding.IsPlain(x, $"{PathSigns}!'()*[]%"));
        var path = isWellWritten ? WrittenPath : PercentEncoding.Encode(Path, PathSigns);
        return $"{(Scheme.Length > 0 ? $"{Scheme}://" : "")}{Authority}{path}{(HasEmptyQuery ? "?" : "")}";
    }
}

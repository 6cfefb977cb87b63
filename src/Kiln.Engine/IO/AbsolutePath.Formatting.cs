using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

partial class AbsolutePath : IFormattable
{
    public const string DoubleQuote = "d";
    public const string DoubleQuoteIfNeeded = "dn";
    public const string SingleQuote = "s";
    public const string SingleQuoteIfNeeded = "sn";
    public const string NoQuotes = "nq";

    public override string ToString() => _path;

    /// <summary>The path quoted as the format says: <c>d</c>, <c>dn</c>, <c>s</c>, <c>sn</c> or <c>nq</c>.</summary>
    public string ToString(string? format) => format switch
    {
        null or NoQuotes => _path,
        DoubleQuote => _path.DoubleQuote(),
        DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
        SingleQuote => _path.SingleQuote(),
        SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
        _ => throw new ArgumentException($"Format '{format}' is not recognized"),
    };

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);
}

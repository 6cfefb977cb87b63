using System.Buffers;

namespace Kiln.Processes;

/// <summary>Quotes as a POSIX shell reads it, so that a printed command can be pasted. Never used to run one.</summary>
static class ShellQuoting
{
    static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+,-./:=@_");

    public static string Quote(string argument) =>
        argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(Plain)
            ? argument
            : $"'{argument.Replace("'", """'"'"'""")}'";
}

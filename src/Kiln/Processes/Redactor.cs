using System.Collections.Immutable;
using System.Text;
using Kiln.Primitives;

namespace Kiln.Processes;

/// <summary>
/// Replaces secrets in text by <c>***</c>: as they are, as they stand in a URL, and inside base64. Texts of fewer
/// than four characters are not taken for secrets, since hiding them would garble everything else.
/// </summary>
public sealed class Redactor
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mask = "***";

    const int ShortestSecret = 4;

    readonly ImmutableSortedSet<string> _forms;

    Redactor(ImmutableSortedSet<string> forms) => _forms = forms;

    /// <summary>Knows no secret.</summary>
    public static Redactor None { get; } = new(ImmutableSortedSet.Create<string>(LongestFirst.Instance));

    /// <summary>Characters of the longest text that it replaces; zero when it knows no secret.</summary>
    internal int LongestForm => _forms.IsEmpty ? 0 : _forms[0].Length;

    /// <summary>Knows this secret too; a secret of several lines is also found line by line.</summary>
    public Redactor With(string secret) => new(_forms.Union(FormsOf(secret)));

    /// <summary>Knows these secrets too.</summary>
    public Redactor With(IEnumerable<string> secrets) => secrets.Aggregate(this, (redactor, x) => redactor.With(x));

    /// <summary>The text without any secret.</summary>
    public string Redact(string text) => _forms.Aggregate(text, (result, form) => result.Replace(form, Mask));

    /// <summary>The command without any secret, fit for printing; what it reads from standard input is left out whole.</summary>
    public Command Redact(Command command) => command with
    {
        FileName = Redact(command.FileName),
        Arguments = command.Arguments.Select(Redact).ToValueList(),
        WorkingDirectory = command.WorkingDirectory is { } folder ? Redact(folder) : null,
        Environment = command.Environment
            .Select(x => KeyValuePair.Create(x.Key, x.Value is { } value ? Redact(value) : null)).ToValueMap(),
        StandardInput = command.StandardInput is null ? null : Mask,
    };

    /// <summary>The same sink for lines, which then never sees a secret.</summary>
    public Action<string> Guard(Action<string> sink) => line => sink(Redact(line));

    static IEnumerable<string> FormsOf(string secret) =>
        secret.Split('\n').Append(secret)
            .Select(x => x.Trim())
            .Where(x => x.Length >= ShortestSecret)
            .SelectMany(x => (string[])[x, Uri.EscapeDataString(x), .. Base64Of(Encoding.UTF8.GetBytes(x))]);

    // Inside other base64 (as in "user:secret") a secret looks different for each of three positions; what depends on
    // its neighbours alone is cut off at both ends.
    static IEnumerable<string> Base64Of(byte[] secret)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var encoded = Convert.ToBase64String([.. new byte[shift], .. secret]);
            var first = (shift * 8 + 5) / 6;
            var end = (shift + secret.Length) * 8 / 6;
            yield return encoded[first..end];
        }

        yield return Convert.ToBase64String(secret);
    }

    /// <summary>A secret that begins another must not leave the other's end behind.</summary>
    sealed class LongestFirst : IComparer<string>
    {
        public static readonly LongestFirst Instance = new();

        public int Compare(string? x, string? y) =>
            (y?.Length ?? 0).CompareTo(x?.Length ?? 0) is var byLength and not 0 ? byLength : string.CompareOrdinal(x, y);
    }
}

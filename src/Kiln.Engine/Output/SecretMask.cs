using System.Collections;

namespace Kiln.Engine.Output;

/// <summary>Texts that must not be shown. What is written passes through here.</summary>
sealed class SecretMask
{
    public const string Replacement = "[REDACTED]";

    const int ShortestLine = 8;

    volatile string[] _secrets = [];

    public bool IsEmpty => _secrets.Length == 0;

    public void Add(object? value)
    {
        if (value is string text)
            Add(text);
        else if (value is IEnumerable items)
            foreach (var item in items)
                Add(item);
        else if (value is not null)
            Add(value.ToString() ?? "");
    }

    public string Apply(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);

        return text;
    }

    /// <summary>
    /// How many of the last characters may be the beginning of a secret that goes on in the next write.
    /// </summary>
    public int OpenEnd(string text)
    {
        var longest = 0;
        foreach (var secret in _secrets)
        {
            for (var length = Math.Min(secret.Length - 1, text.Length); length > longest; length--)
            {
                if (text.AsSpan().EndsWith(secret.AsSpan(0, length)))
                    longest = length;
            }
        }

        return longest;
    }

    /// <summary>Long lines of a secret of several lines are secrets too: logs show lines.</summary>
    void Add(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return;

        var lines = secret.Split('\n', StringSplitOptions.TrimEntries).Where(x => x.Length >= ShortestLine);
        _secrets = [.. _secrets.Append(secret).Concat(lines).Distinct().OrderByDescending(x => x.Length)];
    }
}

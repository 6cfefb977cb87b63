using System.Text.RegularExpressions;

namespace Kiln.Linting.Rules.Labels;

/// <summary>
/// The grammar of licence expressions (https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions):
/// <c>(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0</c>.
/// </summary>
static partial class SpdxExpression
{
    enum Expected
    {
        License,
        Exception,
        Operator,
        OperatorOrWith,
    }

    public static bool IsValid(string text)
    {
        var (expected, depth) = (Expected.License, 0);
        foreach (Match match in Token().Matches(text))
        {
            var next = Next(expected, match.Value);
            depth += match.Value switch { "(" => 1, ")" => -1, _ => 0 };
            if (next is null || depth < 0)
                return false;
            expected = next.Value;
        }

        return expected is Expected.Operator or Expected.OperatorOrWith && depth == 0;
    }

    static Expected? Next(Expected expected, string token) => (expected, token) switch
    {
        (Expected.License, "(") => Expected.License,
        (Expected.License, _) => IsLicense(token) ? Expected.OperatorOrWith : null,
        (Expected.Exception, _) => Identifier().IsMatch(token) ? Expected.Operator : null,
        (_, ")") => Expected.Operator,
        (_, "AND" or "OR" or "and" or "or") => Expected.License,
        (Expected.OperatorOrWith, "WITH" or "with") => Expected.Exception,
        _ => null,
    };

    // One of another document is named with it: DocumentRef-other:LicenseRef-theirs.
    static bool IsLicense(string token)
    {
        var id = token.StartsWith("DocumentRef-", StringComparison.Ordinal) ? token[(token.IndexOf(':') + 1)..] : token;
        id = id.EndsWith('+') ? id[..^1] : id;
        return Identifier().IsMatch(id) && SpdxLicenses.Has(id);
    }

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A[A-Za-z0-9.-]+\z")]
    private static partial Regex Identifier();
}

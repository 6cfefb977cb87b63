using CsCheck;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>Texts of no sense, and Dockerfiles that somebody has damaged.</summary>
static class RandomTexts
{
    static readonly string[] Pieces =
    [
        "\n", "\r\n", "\r", "\\", "\\\n", "`", "\"", "'", " ", "\t", "\0", "\uFEFF", "\uD800", "é", "😀", "\u2003",
        "#", "#!", "# escape=`\n", "# syntax=a\n", "[", "]", ",", "[\"a\"]", "--", "--from=", "--mount=type=", "=",
        "$", "${a:-", "}", "FROM ", "RUN ", "copy ", "ONBUILD ", "ENV a=", "HEALTHCHECK CMD ", "ARG ", "LABEL ",
        "<<EOF", "<<-'E F'", "EOF\n", "\nRUN <<a <<b\n",
    ];

    static readonly Gen<string> Piece =
        Gen.OneOf(Gen.OneOf(Pieces), Gen.String[0, 4], Gen.String[Gen.Char.AlphaNumeric, 1, 6]);

    static readonly Gen<int> Place = Gen.Int[0, 10_000];

    public static Gen<string> Any { get; } = Piece.Array[0, 40].Select(string.Concat);

    public static Gen<string> Damaged(string[] files) =>
        from file in Gen.OneOf(files)
        from damages in Gen.Select(Gen.Int[0, 4], Place, Place, Gen.Int[0, 60], Piece).Array[1, 8]
        select damages.Aggregate(file, Damage);

    static string Damage(string text, (int Kind, int Place, int Other, int Length, string Piece) damage)
    {
        var start = damage.Place % (text.Length + 1);
        var end = Math.Min(text.Length, start + damage.Length);
        var other = damage.Other % (text.Length + 1);
        return damage.Kind switch
        {
            0 => text.Remove(start, end - start),
            1 => text.Insert(other, text[start..end]),
            2 => text.Remove(start, end - start).Insert(Math.Min(other, text.Length - (end - start)), text[start..end]),
            3 => text[..start],
            _ => text.Insert(start, damage.Piece),
        };
    }
}

using CsCheck;
using Kiln.Dockerfiles.Substitution;

namespace Kiln.Tests.Dockerfiles.Substitution;

public sealed class WordExpansionPropertyTests
{
    const int Cases = 10_000;

    static readonly string[] Signs =
        ["$", "${", "}", "a", "b", ":", "-", "+", "?", "#", "%", "/", "*", "'", "\"", "\\", "`", "<", " ", "🦊"];

    static readonly Gen<string> Words = Gen.OneOf(
        Gen.Int[0, Signs.Length - 1].Select(x => Signs[x]),
        Gen.Char.Select(x => x.ToString())).Array[0, 20].Select(string.Concat);

    static readonly Gen<char> Escapes = Gen.Bool.Select(x => x ? '\\' : '`');

    [Fact]
    public void It_never_throws_and_has_either_a_text_or_an_error() =>
        Gen.Select(Words, Words, Gen.Enum<QuoteHandling>(), Gen.Enum<UnsetVariables>(), Escapes).Sample(
            (word, value, quotes, unset, escape) =>
            {
                string? Variable(string name) => name == "a" ? value : null;
                var one = WordExpansion.Expand(word, Variable, escape, quotes, unset);
                var many = WordExpansion.ExpandWords(word, Variable, escape, quotes, unset);

                return one.Error == many.Error && (one.Error is null || (one.Text == "" && many.Words.Count == 0));
            },
            iter: Cases);

    [Fact]
    public void A_word_without_dollars_quotes_and_escapes_stays_as_it_is() =>
        Words.Where(word => word.IndexOfAny(['$', '\'', '"', '\\']) < 0 && !word.StartsWith('\uFEFF')).Sample(
            word => WordExpansion.Expand(word, _ => null) == new ExpandedWord(word),
            iter: Cases);

    [Fact]
    public void A_word_in_single_quotes_is_what_stands_between_them() =>
        Words.Where(word => !word.Contains('\'')).Sample(
            word => WordExpansion.Expand($"'{word}'", _ => null) == new ExpandedWord(word),
            iter: Cases);
}

using Nuke.Common;
using Nuke.Common.Utilities;

namespace Kiln.Engine.Tests.Utilities;

public class StringExtensionsTests
{
    [Theory]
    [InlineData("GitHubToken", "Git-Hub-Token")]
    [InlineData("MSBuildPath2", "MSBuild-Path2")]
    [InlineData("Flag1", "Flag1")]
    [InlineData("images", "images")]
    [InlineData("", "")]
    public void Splits_camel_humps(string text, string expected) =>
        Assert.Equal(expected, text.SplitCamelHumps().JoinDash());

    [Theory]
    [InlineData("GitHubToken", "GitHub-Token")]
    [InlineData("NuGetKeyGitHubKey", "NuGet-Key-GitHub-Key")]
    [InlineData("MyMSBuildPath2", "My-MSBuild-Path2")]
    [InlineData("dotnetRoot", "dotnet-Root")]
    [InlineData("UseGitLab", "Use-GitLab")]
    public void Keeps_known_words_whole(string text, string expected) =>
        Assert.Equal(expected, text.SplitCamelHumpsWithKnownWords().JoinDash());

    [Fact]
    public void Corrects_the_case_of_known_words() =>
        Assert.Equal("GitHub and NuGet", "github and NUGET".ReplaceKnownWords());

    [Theory]
    [InlineData("a b", "\"a b\"")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("ab", "ab")]
    [InlineData("a\" b", "\"a\\\" b\"")]
    [InlineData(" ", "")]
    [InlineData(null, "")]
    public void Quotes_where_a_blank_asks_for_it(string? text, string expected) =>
        Assert.Equal(expected, text.DoubleQuoteIfNeeded());

    [Fact]
    public void Quotes_for_the_characters_that_are_given()
    {
        Assert.Equal("'a;b'", "a;b".SingleQuoteIfNeeded(';'));
        Assert.Equal("a b", "a b".SingleQuoteIfNeeded(';', null));
        Assert.Equal("'it\\'s'", "it's".SingleQuote());
        Assert.Equal("\"\"", ((string?)null).DoubleQuote());
    }

    [Fact]
    public void Takes_off_matching_quotes_once()
    {
        Assert.Equal("\"a\"", "\"\"a\"\"".TrimMatchingDoubleQuotes());
        Assert.Equal("\"a", "\"a".TrimMatchingDoubleQuotes());
        Assert.Equal("'", "'".TrimMatchingSingleQuotes());
    }

    [Theory]
    [InlineData("a", "a", "a")]
    [InlineData("a b", "a or b", "a and b")]
    [InlineData("a b c", "a, b, or c", "a, b, and c")]
    public void Joins_as_prose(string values, string withOr, string withAnd)
    {
        Assert.Equal(withOr, values.SplitSpace().JoinCommaOr());
        Assert.Equal(withAnd, values.SplitSpace().JoinCommaAnd());
    }

    [Fact]
    public void Joins_lines_for_a_platform()
    {
        Assert.Equal("a\r\nb", new[] { "a", "b" }.JoinNewLine(PlatformFamily.Windows));
        Assert.Equal("a\n\nb", new[] { "a", "b" }.JoinParagraph(PlatformFamily.Linux));
        Assert.Equal($"a{EnvironmentInfo.NewLine}b", new[] { "a", "b" }.JoinNewLine());
    }

    [Fact]
    public void Joins_with_the_separator_of_the_name()
    {
        string[] values = ["a", "b"];

        Assert.Equal(
            "a b a-b a_b a&b a;b a/b a\\b a.b a,b a, b",
            string.Join(
                ' ',
                values.JoinSpace(), values.JoinDash(), values.JoinUnderscore(), values.JoinAmpersand(),
                values.JoinSemicolon(), values.JoinSlash(), values.JoinBackslash(), values.JoinDot(),
                values.JoinComma(), values.JoinCommaSpace()));
    }

    [Fact]
    public void Splits_at_what_the_predicate_names()
    {
        Assert.Equal(["a", "b", ""], "a-b-".Split((x, _) => x == '-'));
        Assert.Equal(["a", "-b", "-"], "a-b-".Split((x, _) => x == '-', includeSplitCharacter: true));
        Assert.Equal(["a", "b", "c"], "a\r\nb\nc".SplitLineBreaks());
        Assert.Equal(["a\nb", "c"], "a\nb\n\nc".SplitParagraphs());
    }

    [Fact]
    public void Trims_whole_words()
    {
        Assert.Equal("b/bin", "src/b/bin".TrimStart("src/"));
        Assert.Equal("src/b", "src/b/bin".TrimEnd("/bin"));
        Assert.Equal("a-b", "a---b".TrimToOne("-"));
        Assert.Equal("a b", "a \n  b".TrimWhitespaces());
    }

    [Fact]
    public void Compares_without_case()
    {
        Assert.True("Main".EqualsOrdinalIgnoreCase("mAIN"));
        Assert.True("Main".EqualsAnyOrdinalIgnoreCase("x", "main"));
        Assert.True("Main".ContainsAnyOrdinalIgnoreCase("x", "AI"));
        Assert.True("Main".StartsWithAnyOrdinalIgnoreCase("x", "MA"));
        Assert.True("Main".EndsWithAnyOrdinalIgnoreCase("x", "IN"));
        Assert.False("Main".StartsWithAny("x", "MA"));
        Assert.True(new[] { "a", "B" }.ContainsAnyOrdinalIgnoreCase("b"));
    }

    [Fact]
    public void Makes_small_changes()
    {
        Assert.Equal("Äpfel", "äpfel".Capitalize());
        Assert.Equal("abc…", "abcdef".Truncate(3));
        Assert.Equal("{{x}}", "{x}".EscapeBraces());
        Assert.Equal("  <x>", "x".Prepend("<").Append(">").Indent(2));
        Assert.Equal("ä", "\\u00e4".ReplaceUnicode());
        Assert.Equal("2-4", "1-2".ReplaceRegex("[0-9]", x => $"{2 * int.Parse(x.Value)}"));
        Assert.Null(" ".ToNullIfWhiteSpace());
        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", "abc".GetMD5Hash());
    }
}

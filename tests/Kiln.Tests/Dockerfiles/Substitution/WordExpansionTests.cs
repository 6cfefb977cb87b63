using Kiln.Dockerfiles.Substitution;

namespace Kiln.Tests.Dockerfiles.Substitution;

public sealed class WordExpansionTests
{
    // Variables: image=alpine, tag=3.20, empty= (set, to nothing), path=/usr/local/lib, two="left  right", hash=#*b
    [Theory]
    // plain references
    [InlineData("$image", "alpine")]
    [InlineData("${image}", "alpine")]
    [InlineData("$image:$tag", "alpine:3.20")]
    [InlineData("$image.$tag", "alpine.3.20")]
    [InlineData("$image_", "")]
    [InlineData("${image}_", "alpine_")]
    [InlineData("$none", "")]
    [InlineData("[${none}]", "[]")]
    [InlineData("$IMAGE", "")]
    [InlineData("$größe", "L")]
    // dollars that are no reference, and the shell's own parameters, which nobody sets
    [InlineData("$", "$")]
    [InlineData("a$", "a$")]
    [InlineData("$.", "$.")]
    [InlineData("$ image", "$ image")]
    [InlineData("$$", "")]
    [InlineData("$$image", "image")]
    [InlineData("a$@b", "ab")]
    [InlineData("a$*$#$?$-$!b", "ab")]
    [InlineData("$0", "zero")]
    [InlineData("$12a", "twelvea")]
    [InlineData("${12}", "twelve")]
    [InlineData("${?}", "")]
    // a default
    [InlineData("${image:-x}", "alpine")]
    [InlineData("${none:-x}", "x")]
    [InlineData("${empty:-x}", "x")]
    [InlineData("${none-x}", "x")]
    [InlineData("${empty-x}", "")]
    [InlineData("${none:-}", "")]
    [InlineData("${none:-a b}", "a b")]
    // something else where it is set
    [InlineData("${image:+x}", "x")]
    [InlineData("${empty:+x}", "")]
    [InlineData("${empty+x}", "x")]
    [InlineData("${none:+x}", "")]
    [InlineData("${none+x}", "")]
    // a demand that is met
    [InlineData("${image:?x}", "alpine")]
    [InlineData("${image?}", "alpine")]
    [InlineData("${empty?x}", "")]
    // nesting
    [InlineData("${none:-$image}", "alpine")]
    [InlineData("${none:-${image}:${tag}}", "alpine:3.20")]
    [InlineData("${none:-${other:-${empty:-deep}}}", "deep")]
    [InlineData("${tag:+-${tag%.*}}", "-3")]
    [InlineData("${path#${none:-/usr}}", "/local/lib")]
    // quotes
    [InlineData("'$image'", "$image")]
    [InlineData("\"$image\"", "alpine")]
    [InlineData("a' 'b\" \"c", "a b c")]
    [InlineData("\"it's\"", "it's")]
    [InlineData("'say \"hi\"'", "say \"hi\"")]
    [InlineData("''", "")]
    [InlineData(@"'\'", @"\")]
    [InlineData("${none:-'}'}", "}")]
    [InlineData("${none:-\"}\"}", "}")]
    [InlineData("\"${none:-'a'}\"", "a")]
    // escapes
    [InlineData(@"\$image", "$image")]
    [InlineData(@"\\$image", @"\alpine")]
    [InlineData(@"a\b", "ab")]
    [InlineData(@"a\ b", "a b")]
    [InlineData(@"a\", "a")]
    [InlineData("\\'a\\\"", "'a\"")]
    [InlineData("\"\\$image \\\" \\\\\"", "$image \" \\")]
    [InlineData(@"""a\b""", @"a\b")]
    [InlineData(@"${none:-\}}", "}")]
    [InlineData("`$image`", "`alpine`")]
    // a here-document's sign is itself
    [InlineData("a<b", "a<b")]
    [InlineData("<< \t$image", "<< \talpine")]
    // cutting off the start
    [InlineData("${path#/usr}", "/local/lib")]
    [InlineData("${path#*/}", "usr/local/lib")]
    [InlineData("${path##*/}", "lib")]
    [InlineData("${path#local}", "/usr/local/lib")]
    [InlineData("${path#/?sr}", "/local/lib")]
    [InlineData("${path#}", "/usr/local/lib")]
    [InlineData("${path##*}", "")]
    [InlineData("${path#*}", "/usr/local/lib")]
    [InlineData("${none#x}", "")]
    [InlineData("${path##'*/'}", "lib")]
    // cutting off the end
    [InlineData("${tag%.*}", "3")]
    [InlineData("${path%/*}", "/usr/local")]
    [InlineData("${path%%/*}", "")]
    [InlineData("${path%%l/*}", "/usr/loca")]
    [InlineData("${path%?}", "/usr/local/li")]
    [InlineData("${path%.}", "/usr/local/lib")]
    [InlineData("${fox%?}", "a", "a🦊")]
    [InlineData("${fox#?}", "a", "🦊a")]
    // what is special to a pattern
    [InlineData(@"${fox#\*}", "*", "**")]
    [InlineData(@"${fox#a\?}", "b", "a?b")]
    [InlineData(@"${fox%\\}", "a", @"a\")]
    [InlineData(@"${fox#a\}}", "b", "a}b")]
    [InlineData("${fox#[a]}", "b", "[a]b")]
    [InlineData("${fox#a.}", "abc", "abc")]
    [InlineData("${fox#$hash}", "c", "abxbc")]
    [InlineData("${fox##*b}", "\nb", "ab\nb")]
    // replacing
    [InlineData("${path/l/L}", "/usr/Local/lib")]
    [InlineData("${path//l/L}", "/usr/LocaL/Lib")]
    [InlineData("${path/\\//:}", ":usr/local/lib")]
    [InlineData("${path//\\//:}", ":usr:local:lib")]
    [InlineData("${path/usr*/}", "/")]
    [InlineData("${path/x/y}", "/usr/local/lib")]
    [InlineData("${path/$none/y}", "y/usr/local/lib")]
    [InlineData("${tag//./${none:-_}}", "3_20")]
    [InlineData("${none/a/b}", "")]
    [InlineData("${fox///-}", "-a-b-", "ab")]
    [InlineData("${fox///-}", "-🦊-", "🦊")]
    [InlineData("${fox//a*/x}", "x", "aab")]
    [InlineData("${fox//*/x}", "x", "ab")]
    // Go's templates, which BuildKit has there by accident
    [InlineData("${fox/a/'$0'}", "$0b", "ab")]
    [InlineData("${fox//a/'<$0>'}", "<a>b", "ab")]
    [InlineData("${fox//a/'<${0}$1$name>'}", "<a>b", "ab")]
    [InlineData("${fox//a/'$$ $'}", "$ $b", "ab")]
    public void A_word_becomes_what_BuildKit_makes_of_it(string word, string expected, string? fox = null)
    {
        var result = WordExpansion.Expand(word, name => name == "fox" ? fox : Variable(name));

        Assert.Null(result.Error);
        Assert.Equal(expected, result.Text);
    }

    [Theory]
    [InlineData("${image", "a '}' is missing")]
    [InlineData("${", "a '}' is missing")]
    [InlineData("${image:", "a '}' is missing")]
    [InlineData("${image:-x", "a '}' is missing")]
    [InlineData("${none:-${image}", "a '}' is missing")]
    [InlineData("${image/a", "a '/' is missing")]
    [InlineData("${image/a/b", "a '}' is missing")]
    [InlineData("${image/a}", "a '/' is missing")]
    [InlineData("'image", "a single quote is not closed")]
    [InlineData("\"image", "a double quote is not closed")]
    [InlineData("\"image\\", "a double quote is not closed")]
    [InlineData("${none:-'x}", "a single quote is not closed")]
    [InlineData("${}", "'${' needs the name of a variable")]
    [InlineData("${{image}}", "'${' needs the name of a variable")]
    [InlineData("${:-x}", "'${' needs the name of a variable")]
    [InlineData("${none?}", "none must be set")]
    [InlineData("${none?give a $image}", "none must be set: give a alpine")]
    [InlineData("${none:?say it}", "none must be set: say it")]
    [InlineData("${empty:?say it}", "empty must not be empty: say it")]
    [InlineData("${image^}", Unsupported + "^")]
    [InlineData("${ image}", Unsupported + " ")]
    [InlineData("${#image}", Unsupported + "i")]
    [InlineData("${image:1}", Unsupported + ":1")]
    [InlineData("${image:=x}", Unsupported + ":=")]
    [InlineData("${image:#x}", Unsupported + ":#")]
    [InlineData(@"${image#\a}",
        @"in the pattern '\a' a '\' stands before a character that needs none; only * ? \ / and } do")]
    public void A_word_that_BuildKit_refuses_says_why(string word, string error)
    {
        var result = WordExpansion.Expand(word, Variable);

        Assert.Equal(Whole(error), result.Error);
        Assert.Equal("", result.Text);
    }

    [Fact]
    public void Nesting_that_would_end_the_process_is_refused()
    {
        var word = string.Concat(Enumerable.Repeat("${none:-", 100_000));

        Assert.Equal(
            "it nests more than 200 substitutions", WordExpansion.Expand(word, Variable).Error);
    }

    [Theory]
    [InlineData("`$image", "$image")]
    [InlineData(@"\$image", @"\alpine")]
    [InlineData("\"`\"\"", "\"")]
    [InlineData("`a", "a")]
    [InlineData(@"C:\$image", @"C:\alpine")]
    public void The_escape_can_be_a_backtick(string word, string expected) =>
        Assert.Equal(expected, WordExpansion.Expand(word, Variable, '`').Text);

    [Theory]
    [InlineData("'$tag'\"$tag\"", "$tag3.20", "'$tag'\"3.20\"", "'$tag'\"3.20\"", "'3.20'\"3.20\"")]
    [InlineData(@"\$image", "$image", @"\$image", "$image", "$image")]
    [InlineData(@"""\$\a""", @"$\a", @"""\$\\a""", @"""$\a""", "\"$a\"")]
    [InlineData(@"${none:-\a'b'}", "ab", "a'b'", "a'b'", "a'b'")]
    [InlineData("it's", "", "", "", "it's")]
    public void Quotes_and_escapes_can_stay(string word, string removed, string kept, string quotes, string ignored)
    {
        string With(QuoteHandling handling) => WordExpansion.Expand(word, Variable, quotes: handling).Text;

        Assert.Equal(removed, With(QuoteHandling.Remove));
        Assert.Equal(kept, With(QuoteHandling.Keep));
        Assert.Equal(quotes, With(QuoteHandling.KeepQuotes));
        Assert.Equal(ignored, With(QuoteHandling.Ignore));
    }

    [Theory]
    [InlineData("$none", "$none")]
    [InlineData("${none}", "${none}")]
    [InlineData("${none:-$image}", "${none:-alpine}")]
    [InlineData("${none+x}", "${none+x}")]
    [InlineData("${none:?x}", "${none:?x}")]
    [InlineData("${none%%.*}", "${none%%.*}")]
    [InlineData("${none/a/b}", "${none/a/b}")]
    [InlineData("${none//a/b}", "${none/a/b}")]
    [InlineData("${none:=x}", "${none:=x}")]
    [InlineData("$image${empty:-x}", "alpinex")]
    public void What_nobody_set_can_stay(string word, string expected)
    {
        var result = WordExpansion.Expand(word, Variable, unset: UnsetVariables.Keep);

        Assert.Null(result.Error);
        Assert.Equal(expected, result.Text);
    }

    [Theory]
    [InlineData("$image ${tag} $image", "image tag", "")]
    [InlineData("$none ${other} $none", "", "none other")]
    [InlineData("${none:-$image}", "image", "")]
    [InlineData("${none-x}${none+x}${none:+x}", "", "")]
    [InlineData("${none-x}$none", "", "none")]
    [InlineData("${none#x}${other/a/b}", "", "none other")]
    [InlineData("${none?}", "", "none")]
    [InlineData("${empty:-$other}", "empty", "other")]
    [InlineData("${image:+$tag}", "tag image", "")]
    [InlineData("'$image' \\$image", "", "")]
    public void It_tells_which_variables_were_used_and_which_were_missed(string word, string used, string unset)
    {
        var result = WordExpansion.Expand(word, Variable);

        Assert.Equal(used, string.Join(' ', result.Used));
        Assert.Equal(unset, string.Join(' ', result.Unset));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("  a   b\t", "a|b")]
    [InlineData("$two", "left|right")]
    [InlineData("\"$two\"", "left  right")]
    [InlineData("x$two", "xleft|right")]
    [InlineData("'a b' c", "a b|c")]
    [InlineData(@"a\ b c", "a b|c")]
    [InlineData("$none a '' $empty b", "a|b")]
    [InlineData("<< a", "<< a")]
    [InlineData("a\u00a0b", "a|b")]
    public void A_text_falls_into_words_after_its_variables_are_put_in(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', WordExpansion.ExpandWords(text, Variable).Words));

    [Fact]
    public void A_nested_substitution_swallows_the_word_before_it_as_in_BuildKit()
    {
        Assert.Equal(["bc"], WordExpansion.ExpandWords("a${none:-b}c", Variable).Words);
        Assert.Equal("abc", WordExpansion.Expand("a${none:-b}c", Variable).Text);
    }

    [Fact]
    public void A_text_that_is_refused_has_no_words()
    {
        var result = WordExpansion.ExpandWords("a $image '", Variable);

        Assert.Equal(new ExpandedWords([]) { Used = ["image"], Error = "a single quote is not closed" }, result);
    }

    [Fact]
    public void A_pattern_that_invites_backtracking_takes_no_time()
    {
        var many = new string('a', 20_000);

        var result = WordExpansion.Expand("${many##*a*a*a*a*a*a*a*a*b}", name => name == "many" ? many : null);

        Assert.Equal(many, result.Text);
    }

    const string Unsupported = "unsupported ";

    static string Whole(string error) => error.StartsWith(Unsupported, StringComparison.Ordinal)
        ? $"'{error[Unsupported.Length..]}' after the name of a variable means nothing; known are " +
          ":- - :+ + :? ? # ## % %% / and //"
        : error;

    static string? Variable(string name) => name switch
    {
        "image" => "alpine",
        "tag" => "3.20",
        "empty" => "",
        "path" => "/usr/local/lib",
        "two" => "left  right",
        "hash" => "#*b",
        "größe" => "L",
        "0" => "zero",
        "12" => "twelve",
        _ => null,
    };
}

using CsCheck;
using Kiln.Primitives;
using Kiln.Workflows.Yaml;

namespace Kiln.Tests.Workflows;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("main", "main")]
    [InlineData("./build.sh Push", "./build.sh Push")]
    [InlineData("${{ github.ref }}", "${{ github.ref }}")]
    [InlineData("on", "'on'")]
    [InlineData("No", "'No'")]
    [InlineData("y", "'y'")]
    [InlineData("1.10", "'1.10'")]
    [InlineData("1_000", "'1_000'")]
    [InlineData("12:30", "'12:30'")]
    [InlineData("0o17", "'0o17'")]
    [InlineData("1e3", "'1e3'")]
    [InlineData("2026-11-28", "'2026-11-28'")]
    [InlineData(".inf", "'.inf'")]
    [InlineData("", "''")]
    [InlineData("~", "'~'")]
    [InlineData("*", "'*'")]
    [InlineData("v*", "v*")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("a#b", "a#b")]
    [InlineData("!cancelled()", "'!cancelled()'")]
    [InlineData("- a", "'- a'")]
    [InlineData("---", "'---'")]
    [InlineData(" a ", "' a '")]
    [InlineData("it's", "it's")]
    [InlineData("'it'", "'''it'''")]
    [InlineData("a\tb", "'a\tb'")]
    [InlineData("a\u0007b", "\"a\\ab\"")]
    [InlineData("a\nb\n", "|\n  a\n  b")]
    [InlineData("a\nb", "|-\n  a\n  b")]
    [InlineData("a \nb", "\"a \\nb\"")]
    [InlineData("key:", "'key:'")]
    public void A_text_has_quotes_only_where_it_needs_them(string text, string expected) =>
        Assert.Equal($"key: {expected}\n", YamlWriter.Write(YamlMap.Of(("key", text)), []));

    [Fact]
    public void A_document_reads_as_a_person_would_write_it()
    {
        var document = YamlMap.Of(
            ("name", "images"),
            ("on", YamlMap.Of(("push", YamlMap.Of(("branches", (ValueList<string>)["main", "v1"]))))),
            ("permissions", YamlMap.Empty),
            ("jobs", YamlMap.Of(
                ("scan", YamlMap.Of(("timeout-minutes", (YamlNode)60), ("steps", new YamlList(
                [
                    YamlMap.Of(("uses", new YamlText("actions/checkout@3d3c42e") { Comment = "v7.0.1" }), ("with", YamlMap.Of(("persist-credentials", (YamlNode)false)))),
                    YamlMap.Of(("run", "a\nb\n")),
                ])))),
                ("push", YamlMap.Of(("needs", (ValueList<string>)["scan"]))))));

        Assert.Equal(
            """
            # Written by Kiln

            name: images

            on:
              push:
                branches: [main, v1]

            permissions: {}

            jobs:
              scan:
                timeout-minutes: 60
                steps:
                  - uses: actions/checkout@3d3c42e # v7.0.1
                    with:
                      persist-credentials: false
                  - run: |
                      a
                      b

              push:
                needs: [scan]

            """.ReplaceLineEndings("\n"),
            YamlWriter.Write(document, ["Written by Kiln"], "jobs"));
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_as_value_and_as_name() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[" \t\n\r#:-'\"{}[]$|>*&!%@`\\ab1.\0\u0085\u00A0\uFEFF\u2028\ud83d"], 0, 12], Gen.Const("😀\n  x\n"))
            .Select(x => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(x)))
            .Sample(
                text =>
                {
                    var document = YamlMap.Of(("a", YamlMap.Of((text, text), ("list", new YamlList([text, text])))));
                    Assert.Equal(document, YamlReader.Read(YamlWriter.Write(document, []), "a test"));
                },
                iter: 20_000);

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("a: &x 1\nb: *x\n")]
    public void What_no_workflow_file_holds_is_told_with_its_place(string text)
    {
        var error = Assert.Throws<KilnException>(() => YamlReader.Read(text, "ci.yml"));

        Assert.Equal(ErrorCodes.YamlUnreadable, error.Code);
        Assert.Matches(@"^ci\.yml:\d+:\d+: ", error.Message);
    }

    [Fact]
    public void A_name_that_a_reader_takes_for_a_truth_value_has_quotes_below_the_top() =>
        Assert.Equal("on:\n  'on': a\n  'y': b\n  'no': c\n", YamlWriter.Write(YamlMap.Of(("on", YamlMap.Of(("on", "a"), ("y", "b"), ("no", "c")))), []));

    [Fact]
    public void Equal_is_what_means_the_same()
    {
        var one = YamlReader.Read("a: 'x' # why\nb: [1, true]\n", "one");
        var other = YamlReader.Read("b:\n- 1\n- true\na: x\n", "other");

        Assert.Equal(one, other);
        Assert.NotEqual(one, YamlReader.Read("a: x\nb: ['1', true]\n", "other"));
    }
}

using Kiln.Locking;

namespace Kiln.Tests.Locking;

public class LockErrorTests
{
    const string Advice =
        "\nCorrect the file, or take the last one that was committed: `git checkout HEAD -- kiln.lock`. "
        + "Nothing was overwritten.";

    static KilnException Refusal(string text) =>
        Assert.Throws<KilnException>(() => LockText.Read(text, "kiln.lock"));

    static string Images(params string[] lines) =>
        $"{{\n  \"images\": {{\n{string.Join(",\n", lines)}\n  }},\n  \"version\": 1\n}}\n";

    [Theory]
    [InlineData("", "line 1, column 1: expected '{', found the end of the file")]
    [InlineData("[]", "line 1, column 1: expected '{', found '['")]
    [InlineData("{", "line 1, column 2: expected a key in double quotes or '}', found the end of the file")]
    [InlineData("{\n  \"version\": 1,\n}", "line 3, column 1: expected a key in double quotes, found '}'")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", "line 3, column 3: expected ',' or '}', found '\"'")]
    [InlineData("{ \"a\" 1 }", "line 1, column 7: expected ':', found '1'")]
    [InlineData("{ \"a\": }", "line 1, column 8: expected a value, found '}'")]
    [InlineData("{ \"a\": [1 2] }", "line 1, column 11: expected ',' or ']', found '2'")]
    [InlineData("{ \"a\": [,] }", "line 1, column 9: expected a value or ']', found ','")]
    [InlineData("{ \"a\": \"x\n", "line 1, column 10: expected '\"' at the end of the text, found the end of the line")]
    [InlineData("{ \"a\": \"\t\"", "line 1, column 9: expected '\"' at the end of the text, found the character U+0009")]
    [InlineData("{ \"a\": \"\\x\"", "line 1, column 10: expected one of \" \\ / b f n r t u behind '\\', found 'x'")]
    [InlineData("{ \"a\": \"\\u12\"", "line 1, column 13: expected four hex digits behind '\\u', found '\"'")]
    [InlineData("{ \"a\": -x }", "line 1, column 9: expected a digit, found 'x'")]
    [InlineData("{ \"a\": nil }", "line 1, column 9: expected the word null, found 'i'")]
    [InlineData("{ } // é", "line 1, column 5: expected the end of the file, found '/'")]
    [InlineData("{ 😀 }", "line 1, column 3: expected a key in double quotes or '}', found '😀'")]
    public void Text_that_is_no_json_is_told_by_line_and_column(string text, string problem)
    {
        var error = Refusal(text);

        Assert.Equal(
            ("KILN6001", $"The lock 'kiln.lock' cannot be read:\n  {problem}{Advice}"), (error.Code, error.Message));
    }

    [Fact]
    public void Brackets_may_not_be_nested_without_end() =>
        Assert.Equal(
            "The lock 'kiln.lock' cannot be read:\n  line 1, column 70: expected at most 64 brackets in each other, "
            + $"found '['{Advice}",
            Refusal("{\"a\": " + new string('[', 100_000)).Message);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file()
    {
        var digest = LockSamples.Digest('a');
        var other = LockSamples.Digest('b');
        var error = Refusal($$"""
            {
              "urls": { "https://example.com": { "checksum": "sha256:abc", "resolved": "yesterday" } },
              "images": {
                "docker.io/library/a:1": { "digest": "{{digest}}", "platforms": ["linux", 7], "resolved": "2026-11-25" },
                "a:2": { "digest": "{{digest}}", "platforms": [], "resolved": "2026-11-25T07:00:00Z" },
                "docker.io/library/a:1": {},
                "A B": 5,
                "docker.io/library/a@{{other}}": { "digest": "{{digest}}", "platforms": ["linux/ä"], "resolved": null, "via": 1 },
                "?": { "digest": "{{digest}}", "digest": "{{digest}}", "platforms": "x", "resolved": "2026-11-25T07:00:00Z" }
              },
              "gits": [],
              "actions": {
                "a/b@v1": { "commit": "main", "resolved": "2026-11-25T07:00:00Z" }
              },
              "tools": { "t": { "version": false, "checksum": {} } },
              "charts": { "c": 1,
                "c": 2 },
              "gits": {}
            }
            """);

        Assert.Equal(
            $$"""
            The lock 'kiln.lock' cannot be read:
              line 1: "version" is missing; write "version": 1
              line 2: https://example.com: 'sha256:abc' is not a digest: sha256 has 64 hex digits, here are 3
              line 2: https://example.com: 'yesterday' is not a time: write it as in 2026-11-25T07:00:00Z
              line 4: docker.io/library/a:1: 'linux' is not a platform: write os/architecture or os/architecture/variant
              line 4: docker.io/library/a:1: "platforms[]" must be a text, and is 7
              line 4: docker.io/library/a:1: '2026-11-25' is not a time: write it as in 2026-11-25T07:00:00Z
              line 5: a:2: "platforms" is empty
              line 5: a:2: the key is not written in full; write 'docker.io/library/a:2'
              line 6: images: "docker.io/library/a:1" stands here and on line 4
              line 7: images: "A B" must be an object, and is 5
              line 8: docker.io/library/a@{{other}}: 'ä' cannot be a part of a platform: letters, digits, '_', '-' and '.' are allowed, and 1 to 64 of them are needed
              line 8: docker.io/library/a@{{other}}: "resolved" must be a text, and is null
              line 8: docker.io/library/a@{{other}}: "via" must be a text, and is 1
              line 8: docker.io/library/a@{{other}}: the key names the digest {{other}}, and "digest" is {{digest}}
              line 9: ?: "digest" stands here and on line 9
              line 9: ?: "platforms" must be a list, and is a text
              line 9: ?: the key is not an image reference
              line 11: "gits" must be an object, and is a list
              line 13: a/b@v1: 'main' is not a commit: a commit is 40 or 64 hex digits in lower case
              line 15: t: "version" must be a text, and is false
              line 15: t: "checksum" must be a text, and is an object
              line 15: t: "resolved" is missing
              line 17: charts: "c" stands here and on line 16
              line 18: "gits" stands here and on line 11
            """ + Advice,
            error.Message);
    }

    [Theory]
    [InlineData("0", "\"version\" is 0; write 1, the first there was")]
    [InlineData("\"1\"", "\"version\" is a text, not a whole number; write 1")]
    [InlineData("1.5", "\"version\" is 1.5, not a whole number; write 1")]
    [InlineData("null", "\"version\" is null, not a whole number; write 1")]
    public void A_version_that_there_never_was_is_wrong(string version, string problem)
    {
        var error = Refusal($"{{ \"version\": {version} }}");

        Assert.Equal(
            ("KILN6001", $"The lock 'kiln.lock' cannot be read:\n  line 1: {problem}{Advice}"),
            (error.Code, error.Message));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("99999999999999999999")]
    public void A_newer_version_asks_for_a_newer_Kiln_and_complains_of_nothing_else(string version)
    {
        var error = Refusal($"{{ \"images\": [], \"version\": {version} }}");

        Assert.Equal("KILN6003", error.Code);
        Assert.Equal(
            $"The lock 'kiln.lock' has version {version}, and this Kiln reads version 1: a newer Kiln wrote it. "
            + "Update Kiln to read it. Nothing was overwritten.",
            error.Message);
    }

    [Fact]
    public void Errors_of_the_lock_are_the_users_to_mend_and_those_of_the_machine_are_not()
    {
        string[] usage =
        [
            ErrorCodes.LockUnreadable, ErrorCodes.LockConflict, ErrorCodes.LockTooNew, ErrorCodes.LockMismatch,
            ErrorCodes.LockNotWritten, ErrorCodes.DockerfileMissing, ErrorCodes.InvalidIgnorePattern,
            ErrorCodes.InputUnknown, ErrorCodes.FloatWithoutReason, ErrorCodes.InputDenied, ErrorCodes.InputNameUnknown,
        ];
        string[] others =
        [
            ErrorCodes.NotInRegistry, ErrorCodes.RegistryUnreachable, ErrorCodes.RegistryRefusedCredentials,
            ErrorCodes.RegistryDigestDiffers, ErrorCodes.ManifestTooLarge, ErrorCodes.CommandFailed,
            ErrorCodes.InputUnavailable, "KILN6100",
        ];

        Assert.All(usage, x => Assert.True(new KilnException(x, "").IsUsage, x));
        Assert.All(others, x => Assert.False(new KilnException(x, "").IsUsage, x));
    }

    [Fact]
    public void Raw_json_is_checked_when_it_is_made()
    {
        var error = Assert.Throws<KilnException>(() => RawJson.Parse("{'a'}"));

        Assert.Equal(
            "'{'a'}' is not JSON: line 1, column 2: expected a key in double quotes or '}', found '''.", error.Message);
    }

    [Fact]
    public void A_digest_in_the_key_may_stand_beside_a_tag()
    {
        var digest = LockSamples.Digest('a');

        var content = LockText.Read(
            Images(
                $$"""    "docker.io/library/a:1@{{digest}}": { "digest": "{{digest}}", "platforms": ["linux/amd64"], "resolved": "2026-11-25T07:00:00Z" }"""),
            "kiln.lock");

        Assert.Equal(digest, Assert.Single(content.Images).Value.Digest);
    }
}

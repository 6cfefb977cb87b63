using System.Text;
using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("hunter22", "the hunter22!", "the ***!")]
    [InlineData("hunter22", "hunter22hunter22", "******")]
    [InlineData("p@ss/word", "https://u:p%40ss%2Fword@host", "https://u:***@host")]
    [InlineData("first line\nsecond line", "… second line …", "… *** …")]
    [InlineData("  padded\n", "x padded x", "x *** x")]
    [InlineData("abc", "abc", "abc")]
    [InlineData("", "text", "text")]
    public void It_hides_what_is_long_enough_to_be_a_secret(string secret, string text, string expected)
    {
        var redactor = Redactor.None.With(secret);

        Assert.Equal(expected, redactor.Redact(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("u:")]
    [InlineData("me:")]
    [InlineData("user:")]
    public void It_finds_a_secret_inside_base64_wherever_it_begins(string prefix)
    {
        const string Secret = "correct horse";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{prefix}{Secret}!?"));

        var redacted = Redactor.None.With(Secret).Redact(encoded);

        Assert.Contains(Redactor.Mask, redacted);
        Assert.True(redacted.Length <= encoded.Length - Secret.Length, redacted);
    }

    [Fact]
    public void The_longer_of_two_secrets_goes_first()
    {
        var redactor = Redactor.None.With(["pass", "password"]);

        Assert.Equal("*** ***", redactor.Redact("password pass"));
    }

    [Fact]
    public void Adding_a_secret_leaves_the_old_redactor_as_it_was()
    {
        var before = Redactor.None.With("first secret");

        _ = before.With("second secret");

        Assert.Equal("*** second secret", before.Redact("first secret second secret"));
    }
}

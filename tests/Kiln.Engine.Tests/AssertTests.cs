using Check = Nuke.Common.Assert;

namespace Kiln.Engine.Tests;

public class AssertTests
{
    private static readonly string[] None = [];

    [Fact]
    public void Fail_throws_a_plain_exception_with_its_cause()
    {
        var cause = new InvalidOperationException();

        var exception = Assert.Throws<Exception>(() => Check.Fail("broken", cause));

        Assert.Equal("broken", exception.Message);
        Assert.Same(cause, exception.InnerException);
    }

    [Fact]
    public void Names_the_expression_where_no_message_is_given()
    {
        var isReady = false;

        var exception = Assert.Throws<ArgumentException>(() => Check.True(isReady));

        Assert.Equal("Expected condition to be true (Parameter 'isReady')", exception.Message);
    }

    [Fact]
    public void Says_only_the_message_where_one_is_given()
    {
        var isReady = false;

        var exception = Assert.Throws<ArgumentException>(() => Check.True(isReady, "not ready"));

        Assert.Equal("not ready", exception.Message);
    }

    [Fact]
    public void NotNull_names_the_type_and_the_expression()
    {
        string? token = null;

        var exception = Assert.Throws<ArgumentException>(() => Check.NotNull(token));

        Assert.Equal(
            "Expected object of type 'System.String' to be not null (Parameter 'token')",
            exception.Message);
    }

    [Fact]
    public void What_holds_is_handed_on()
    {
        Check.False(1 > 2);
        Check.Empty(None);
        Check.HasSingleItem(["a"]);

        Assert.Equal("x", Check.NotNull("x"));
        Assert.Equal(3, Check.NotNull((int?)3));
        Assert.Equal("y", Check.NotNullOrWhiteSpace("y"));
    }

    public static TheoryData<Action, string> Failures => new()
    {
        { () => Check.False(1 < 2), "Expected condition to be false (Parameter '1 < 2')" },
        { () => Check.NotNullOrEmpty(""), "Expected string to be not null or empty (Parameter '\"\"')" },
        { () => Check.NotNullOrWhiteSpace(" "), "Expected string to be not null or whitespace (Parameter '\" \"')" },
        { () => Check.NotEmpty(None), "Expected collection to be not empty (Parameter 'None')" },
        { () => Check.Empty(["a"]), "Expected collection to be empty (Parameter '[\"a\"]')" },
        { () => Check.Count(None, 2), "Expected collection to have length of 2 (Parameter 'None')" },
        { () => Check.HasSingleItem(None), "Expected collection to have length of 1 (Parameter 'None')" },
        { () => Check.FileExists("/none/x"), "Expected file to exist: /none/x (Parameter '\"/none/x\"')" },
        { () => Check.DirectoryExists("/none"), "Expected directory to exist: /none (Parameter '\"/none\"')" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Each_check_says_what_it_expected(Action check, string message)
    {
        var exception = Assert.Throws<ArgumentException>(check);

        Assert.Equal(message, exception.Message);
    }
}

using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class CommandTests
{
    [Fact]
    public void It_prints_as_one_would_type_it()
    {
        var command = new Command("docker", ["run", "--name=x", "two words", "it's", "", "*", "a/b:1@c"]);

        Assert.Equal("""docker run --name=x 'two words' 'it'"'"'s' '' '*' a/b:1@c""", command.ToString());
    }

    [Fact]
    public void Commands_are_equal_by_content()
    {
        var one = new Command("a", ["b"]) { Environment = [new("X", "1"), new("Y", null)] };
        var other = new Command("a", ["b"]) { Environment = [new("Y", null), new("X", "1")] };

        Assert.Equal(one, other);
        Assert.NotEqual(one, other with { Arguments = ["c"] });
    }

    [Fact]
    public void A_command_needs_a_program() => Assert.Throws<ArgumentException>(() => new Command(""));
}

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class AddedInputTests
{
    [Fact]
    public void Downloads_and_repositories_are_inputs_and_paths_are_not()
    {
        var inputs = InputLines.Of("""
            FROM scratch
            ADD local.tgz https://example.com/a.tgz https://github.com/a/b.git#v1:docs /x/
            ADD --checksum=sha256:00 https://example.com/b.tgz /y
            """);

        Assert.Equal(
            [
                "Url https://example.com/a.tgz - :2",
                "Git git://github.com/a/b.git#v1:docs :2",
                "Url https://example.com/b.tgz sha256:00 :3",
            ],
            inputs);
    }

    [Fact]
    public void Variables_are_worth_what_the_instructions_above_say()
    {
        var inputs = InputLines.Of("""
            ARG GLOBAL=g
            FROM scratch
            ARG GLOBAL
            ARG V=1
            ADD https://example.com/$GLOBAL-$V /a
            ENV V=2 W=$V
            ADD https://example.com/$V-$W /b
            """);

        Assert.Equal(["Url https://example.com/g-1 - :5", "Url https://example.com/2-1 - :7"], inputs);
    }

    [Fact]
    public void A_stage_goes_on_with_the_variables_of_the_one_that_it_is_made_from()
    {
        var inputs = InputLines.Of("FROM scratch AS one\nARG V=1\nENV W=2\nFROM one\nADD https://example.com/$V$W /a\n");

        Assert.Equal(["Url https://example.com/12 - :5"], inputs);
    }

    [Fact]
    public void A_build_argument_wins_over_a_default_and_needs_an_ARG()
    {
        var target = InputLines.Target with { BuildArgs = [new("V", "9"), new("UNDECLARED", "8")] };

        Assert.Equal(["Url https://example.com/9 - :3"], InputLines.Of("FROM scratch\nARG V=1\nADD https://example.com/$V /a\n", target));
        Assert.NotEmpty(InputLines.ProblemsOf("FROM scratch\nADD https://example.com/$UNDECLARED /a\n", target));
    }

    [Fact]
    public void A_path_may_hold_what_only_the_base_image_knows()
    {
        Assert.Empty(InputLines.Of("FROM scratch\nADD $HOME/file /a\n"));
    }
}

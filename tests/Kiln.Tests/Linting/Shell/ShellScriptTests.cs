using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Shell;

namespace Kiln.Tests.Linting.Shell;

public sealed class ShellScriptTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a && b || c; d & e", "a|b|c|d|e")]
    [InlineData("a | b |& c", "a|b|c")]
    [InlineData("FOO=bar BAZ= make all", "make all")]
    [InlineData("FOO=bar", "")]
    [InlineData("if test -f x; then a; elif b; then c; else d; fi", "test -f x|a|b|c|d")]
    [InlineData("while read line; do echo $line; done < file", "read line|echo $line")]
    [InlineData("for x in a b $(ls); do echo \"$x\"; done", "ls|echo $x")]
    [InlineData("case $x in a) one;; b|c) two ;; *) three;; esac && four", "one|two|three|four")]
    [InlineData("( cd /tmp && ls ) ; { pwd; }", "cd /tmp|ls|pwd")]
    [InlineData("f() { rm x; }; f", "rm x|f")]
    [InlineData("echo $(a; b) `c d`", "echo $(a; b) `c d`|a|b|c d")]
    [InlineData("echo \"x $(a \"y\") z\"", "echo x $(a \"y\") z|a y")]
    [InlineData("echo 'it is not $(a)' # b", "echo it is not $(a)")]
    [InlineData("echo a#b", "echo a#b")]
    [InlineData("a > out 2>&1 < in arg", "a arg")]
    [InlineData("a &> out b", "a b")]
    [InlineData("a 2>/dev/null b", "a b")]
    [InlineData("echo $((1 + 2)) ${x:-$(y)}", "echo $((1 + 2)) ${x:-$(y)}|y")]
    [InlineData("diff <(a) <(b)", "diff|a|b")]
    [InlineData("\"apt-get\" in'st'all cu\\rl", "apt-get install curl")]
    [InlineData("/usr/bin/apt-get update", "/usr/bin/apt-get update")]
    [InlineData("sudo -u me env A=b apt-get update", "sudo -u me env A=b apt-get update|env A=b apt-get update|apt-get update")]
    [InlineData("! a", "a")]
    [InlineData("[[ -n $x ]] && a", "a")]
    [InlineData("a 'open", "a open")]
    [InlineData("a $( b", "a $( b|b")]
    [InlineData(")", "")]
    [InlineData("", "")]
    public void Commands_are_found(string script, string expected) =>
        Assert.Equal(expected, string.Join('|', Of($"RUN {script}\n").Commands));

    [Fact]
    public void A_heredoc_alone_is_the_script() =>
        Assert.Equal(["apt-get update", "cat", "b"], Of("RUN <<EOF\napt-get update\ncat <<X\na\nX\nb\nEOF\n").Commands.Select(x => x.ToString()));

    [Fact]
    public void A_heredoc_for_another_program_is_none() =>
        Assert.Equal(["python3"], Of("RUN python3 <<EOF\nimport os\nEOF\n").Commands.Select(x => x.ToString()));

    [Fact]
    public void A_heredoc_with_a_shebang_of_another_program_has_no_commands() =>
        Assert.Empty(Of("RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n").Commands);

    [Fact]
    public void A_list_is_one_command_and_a_shell_in_it_a_script()
    {
        Assert.Equal("apt-get install a b", Assert.Single(Of("""RUN ["apt-get", "install", "a b"]""").Commands).ToString());
        Assert.Equal(["a", "b"], Of("""RUN ["/bin/sh", "-c", "a && b"]""").Commands.Select(x => x.Name));
    }

    [Fact]
    public void Places_are_those_of_the_file()
    {
        var dockerfile = Dockerfile.Parse("FROM a\nRUN one \\\n  # comment\n  && two \"x y\"\n");
        var command = ShellScript.Of(dockerfile.Instructions.OfType<RunInstruction>().Single()).Commands[1];
        Assert.Equal("two \"x y\"", dockerfile.Source.TextAt(command.Span));
        Assert.Equal("\"x y\"", dockerfile.Source.TextAt(command.Arguments[0].Span));
        Assert.Equal("&&", command.Connector);
    }

    [Fact]
    public void Flags_and_operands_are_told_apart()
    {
        var command = Of("RUN apt-get -yqq --no-install-recommends install -t stable curl --option=x\n").Commands[0];
        Assert.True(command.HasFlag("y"));
        Assert.True(command.HasFlag("yes", "no-install-recommends"));
        Assert.Equal(2, command.CountFlag("q"));
        Assert.Equal(["install", "curl"], command.WithoutValuesOf("t").Operands.Select(x => x.Text));
        Assert.Equal(["stable"], command.ValuesOf("t").Select(x => x.Text));
        Assert.Equal(["x"], command.ValuesOf("option").Select(x => x.Text));
    }

    [Theory]
    [InlineData("a | b", true)]
    [InlineData("a || b", false)]
    [InlineData("echo \"$(a | b)\"", true)]
    [InlineData("echo '|'", false)]
    [InlineData("case x in a|b) c;; esac", false)]
    public void Pipes_are_seen(string script, bool expected) => Assert.Equal(expected, Of($"RUN {script}\n").HasPipes);

    static ShellScript Of(string run) => ShellScript.Of(Dockerfile.Parse("FROM a\n" + run).Instructions.OfType<RunInstruction>().Single());
}

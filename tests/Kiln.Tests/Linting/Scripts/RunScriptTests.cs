using System.Text.RegularExpressions;
using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Scripts;

namespace Kiln.Tests.Linting.Scripts;

/// <summary>What ShellCheck is given of a Dockerfile. <c>export …</c> stands for the variables that are known.</summary>
public sealed partial class RunScriptTests
{
    const string Proxies = "ALL_PROXY FTP_PROXY HTTPS_PROXY HTTP_PROXY NO_PROXY all_proxy ftp_proxy http_proxy https_proxy no_proxy";

    public static TheoryData<string> Dockerfiles =>
    [
        "FROM debian:13\nRUN a \\\n  # why\n  && b $x \\\n\n  && c\n",
        "FROM debian:13\r\nRUN a \\\r\n  && b\r\nRUN <<EOF\r\necho 1\r\n\r\necho 2\r\nEOF\r\n",
        "FROM debian:13\nONBUILD RUN cat <<-A <<B > /x\n\tone\n\tA\ntwo\nB\nRUN <<-EOF\n\t# first\n\tif x; then\n\t\ty\n\tfi\n\tEOF\n",
        "FROM debian:13\nRUN --mount=type=cache,target=/a   echo \"\U0001F600\" $z",
    ];

    [Fact]
    public void Lines_are_joined_without_comments_and_read_by_sh() =>
        Assert.Equal(["#!/bin/sh\nexport …\napt-get update   && apt-get install -y $PACKAGES"],
            Texts("FROM debian:13\nRUN apt-get update \\\n# why\n  && apt-get install -y $PACKAGES\n"));

    [Fact]
    public void A_heredoc_that_is_all_a_RUN_has_is_the_script() =>
        Assert.Equal(["#!/bin/sh\nexport …\nset -e\n\necho $x\n"], Texts("FROM debian:13\nRUN <<EOF\nset -e\n\necho $x\nEOF\n"));

    [Fact]
    public void Tabs_go_where_the_shell_does_not_see_them() =>
        Assert.Equal(["#!/bin/sh\nexport …\nif x; then\ny \tz\nfi\n"], Texts("FROM debian:13\nRUN <<-EOF\n\tif x; then\n\t\ty \tz\n\tfi\n\tEOF\n"));

    [Fact]
    public void Other_heredocs_are_what_a_command_reads() =>
        Assert.Equal(["#!/bin/sh\nexport …\ncat <<A <<-'B' > /x\none\nA\n\ttwo\n\tB"], Texts("FROM debian:13\nRUN cat <<A \\\n<<-'B' > /x\none\nA\n\ttwo\n\tB\nRUN [\"x\"]\n"));

    [Fact]
    public void What_comments_tell_ShellCheck_stays_above_the_first_command() =>
        Assert.Equal(["#!/bin/sh\n# shellcheck disable=SC2086\n\nexport …\necho $x\n"],
            Texts("FROM debian:13\nRUN <<EOF\n# shellcheck disable=SC2086\n\necho $x\nEOF\n"));

    [Fact]
    public void Options_can_refuse_them() =>
        Assert.Equal(["#!/bin/sh\nexport …\necho $x\n  ## shellcheck disable=SC2086\necho $x\n"],
            Texts("FROM debian:13\nRUN <<EOF\necho $x\n  # shellcheck disable=SC2086\necho $x\nEOF\n", new LintOptions { HonorsComments = false }));

    [Fact]
    public void Carriage_returns_of_line_ends_go() =>
        Assert.Equal(["#!/bin/sh\nexport …\necho 1\necho 2\n"], Texts("FROM debian:13\r\nRUN <<EOF\r\necho 1\r\necho 2\r\nEOF\r\n"));

    [Theory]
    [InlineData("""SHELL ["/bin/bash", "-c"]""", "#!/bin/bash")]
    [InlineData("""SHELL ["/bin/bash", "-eo", "pipefail", "-c"]""", "#!/bin/bash -e")]
    [InlineData("""SHELL ["dash", "-c"]""", "#!/bin/dash")]
    [InlineData("""SHELL ["/usr/bin/ksh", "-c"]""", "#!/bin/ksh")]
    [InlineData("""SHELL ["/bin/ash", "-o", "pipefail", "-c"]""", "#!/bin/ash")]
    [InlineData("""SHELL ["/bin/busybox", "sh", "-c"]""", "#!/bin/ash")]
    public void SHELL_names_who_reads_it(string shell, string line) =>
        Assert.Equal([$"{line}\nexport …\necho"], Texts($"FROM debian:13 AS base\n{shell}\nFROM base\nRUN echo\n"));

    [Theory]
    [InlineData("FROM base\n# hadolint shell=bash # so it is built\nRUN echo\n")]
    [InlineData("# kiln shell = /bin/bash\nFROM base\nRUN echo\n")]
    [InlineData("FROM base AS a\nSHELL [\"dash\", \"-c\"]\n# hadolint shell=bash\nWORKDIR /x\nFROM a\nRUN echo\n")]
    [InlineData("# hadolint shell=dash\nFROM base\nSHELL [\"bash\", \"-c\"]\nRUN echo\n# hadolint shell=dash\nWORKDIR /x\n")]
    public void A_comment_can_name_it(string dockerfile) => Assert.Equal(["#!/bin/bash\nexport …\necho"], Texts(dockerfile));

    [Theory]
    [InlineData("""SHELL ["pwsh", "-Command"]""")]
    [InlineData("""SHELL ["cmd.exe", "/c"]""")]
    [InlineData("""SHELL ["/bin/zsh", "-c"]""")]
    [InlineData("""SHELL ["/usr/bin/python3", "-c"]""")]
    public void Shells_that_ShellCheck_does_not_know_are_left_alone(string shell) => Assert.Empty(Texts($"FROM debian:13\n{shell}\nRUN echo\n"));

    [Theory]
    [InlineData("FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN dir\n")]
    [InlineData("FROM base\n# hadolint shell=powershell.exe\nRUN dir\n")]
    [InlineData("# escape=`\nFROM base\nRUN dir\n")]
    [InlineData("FROM debian:13\nRUN [\"echo\", \"$x\"]\n")]
    [InlineData("FROM debian:13\nRUN\n")]
    [InlineData("FROM debian:13\nRUN <<EOF\nEOF\n")]
    [InlineData("FROM debian:13\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n")]
    [InlineData("FROM debian:13\nRUN <<EOF\necho\n")]
    public void Nothing_is_asked_where_no_shell_reads_it(string dockerfile) => Assert.Empty(Texts(dockerfile));

    [Theory]
    [InlineData("#!/bin/bash -e")]
    [InlineData("#!/usr/bin/env bash")]
    public void A_script_can_name_its_own(string line) =>
        Assert.Equal([$"{line}\nexport …\necho $RANDOM\n"], Texts($"FROM debian:13\nRUN <<EOF\n{line}\necho $RANDOM\nEOF\n"));

    [Fact]
    public void What_the_file_sets_is_known() => Assert.Equal(
        "VERSION arg env token",
        Variables("""
            ARG global
            FROM debian:13 AS base
            ENV env=1 PATH=/x a.b=c
            ARG arg VERSION
            FROM base
            RUN --mount=type=secret,id=t,env=token echo
            ENV later=1
            """));

    [Fact]
    public void Behind_ONBUILD_only_what_the_image_keeps_is_known() => Assert.Equal(
        "env trigger",
        Variables("FROM debian:13\nENV env=1\nARG arg\nONBUILD ARG trigger\nONBUILD RUN echo\n"));

    [Fact]
    public void Another_stage_sets_nothing() => Assert.Equal("", Variables("FROM debian:13 AS a\nENV env=1\nFROM debian:13\nRUN echo\n"));

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Each_character_stands_where_it_is_said_to(string text)
    {
        foreach (var script in Scripts(text).Select(x => x.Text))
        {
            var own = Enumerable.Range(0, script.Text.Length).Where(x => script.SpanOf(x, x + 1) is not null && !char.IsWhiteSpace(script.Text[x])).ToArray();
            Assert.NotEmpty(own);
            Assert.All(own, x => Assert.Equal(script.Text[x], text[script.SpanOf(x, x + 1)!.Value.Start]));
            Assert.Null(script.SpanOf(0, 1));
            Assert.Null(script.SpanOf(script.Text.IndexOf("export", StringComparison.Ordinal), script.Text.Length));
        }
    }

    [Fact]
    public void What_lies_behind_the_end_is_its_last_character()
    {
        const string text = "FROM debian:13\nRUN <<EOF\nif x\n\nEOF\n";
        var script = Assert.Single(Scripts(text)).Text;

        Assert.Equal("x", text.Substring(script.SpanOf(script.Text.Length, script.Text.Length)!.Value.Start, 1));
    }

    static string Variables(string text) => string.Join(
        ' ', Exports().Match(Scripts(text)[^1].Text.Text).Groups["names"].Value.Replace("=1", "").Split(' ').Except(Proxies.Split(' ')));

    static string[] Texts(string text, LintOptions? options = null) => [.. Scripts(text, options).Select(x => Exports().Replace(x.Text.Text, "export …"))];

    static IReadOnlyList<RunScript> Scripts(string text, LintOptions? options = null) =>
        RunScript.In(new LintSubject(Dockerfile.Parse(text), options ?? new LintOptions()));

    [GeneratedRegex("^export (?<names>.*)$", RegexOptions.Multiline)]
    private static partial Regex Exports();
}

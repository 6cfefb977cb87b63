using Kiln.Buildx;
using Kiln.EndToEnd.Inputs;
using Kiln.Linting;
using Kiln.Linting.Reports;

namespace Kiln.EndToEnd.Linting;

/// <summary>What a real ShellCheck says of Dockerfiles.</summary>
public sealed class ShellCheckTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln-shellcheck-").FullName;
    readonly Notes _notes = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_examples_of_its_page_are_true()
    {
        var page = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "rules", "ShellCheck.md"))).ReplaceLineEndings("\n");
        var examples = page.Split("```dockerfile\n").Skip(1).Select(x => x.Split("```")).ToArray();

        Assert.True(examples.Length > 2);
        foreach (var parts in examples)
            Assert.Equal(parts.Length > 2 && parts[2].StartsWith("text\n", StringComparison.Ordinal) ? parts[2]["text\n".Length..] : "", await ToldAsync(parts[0]));
    }

    [Fact]
    public async Task Places_are_exact_across_continued_lines_comments_and_heredocs()
    {
        const string dockerfile =
            """
            FROM debian:13
            RUN set -e \
                # a comment, and an empty line

                && echo "😀" ÄÖ $one && \
                	echo $two
            RUN <<-'A' cat > /x && echo $three
            	$no
            	A
            RUN <<-EOF
            	if true; then
            		echo $four
            	fi
            	EOF
            ONBUILD RUN echo \
                $five
            RUN echo `date`
            """;

        var found = from finding in (await LintAsync(dockerfile)).Findings
                    where finding.Rule is "SC2086" or "SC2006"
                    select dockerfile.Substring(finding.Span.Start, finding.Span.Length);

        Assert.Equal(["$one", "$two", "$three", "$four", "$five", "`date`"], found);
        Assert.Empty(_notes.Warned);
    }

    [Theory]
    [InlineData("FROM debian:13\nRUN mkdir a; cd a; make\n", "SC2164")]
    [InlineData("FROM debian:13\nSHELL [\"/bin/bash\", \"-ec\"]\nRUN mkdir a; cd a; make\n", "")]
    [InlineData("FROM debian:13\nRUN [[ -e /x ]] && true\n", "SC3010")]
    [InlineData("FROM debian:13\nSHELL [\"/bin/bash\", \"-c\"]\nRUN [[ -e /x ]] && true\n", "")]
    [InlineData("FROM debian:13\nRUN <<EOF\n#!/bin/bash\n[[ -e /x ]] && true\nEOF\n", "")]
    [InlineData("FROM alpine:3\nSHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN echo hello\n", "")]
    [InlineData("FROM debian:13\nARG version=1\nENV flags=-x\nRUN echo $version $flags $http_proxy\n", "")]
    [InlineData("FROM debian:13\nRUN echo \"$unset\"\n", "SC2154")]
    [InlineData("FROM debian:13\nRUN . /etc/os-release && . \"$HOME/x\"\n", "")]
    [InlineData("FROM debian:13\nRUN <<EOF\n# shellcheck disable=SC2086\necho $A\necho $A\nEOF\n", "")]
    [InlineData("FROM debian:13\r\nRUN <<EOF\r\necho 1\r\necho 2\r\nEOF\r\n", "")]
    [InlineData("FROM debian:13\nRUN if true; then echo\n", "SC1046 SC1047 SC1072 SC1073")]
    public async Task A_script_is_judged_as_its_shell_would_read_it(string dockerfile, string codes)
    {
        var report = await LintAsync(dockerfile);

        Assert.Equal(codes, string.Join(' ', report.Findings.Select(x => x.Rule).Where(IsCode).Order(StringComparer.Ordinal)));
    }

    async Task<string> ToldAsync(string dockerfile)
    {
        var report = await LintAsync(dockerfile);
        return LintText.Of(report with { Findings = [.. report.Findings.Where(x => IsCode(x.Rule))] });
    }

    static bool IsCode(string rule) => rule.StartsWith("SC", StringComparison.Ordinal);

    async Task<LintReport> LintAsync(string dockerfile)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Dockerfile"), dockerfile);
        var request = new LintRequest
        {
            Images = [new ImageSpec("example", _folder)],
            Folders = new BuildFolders(_folder, Path.Combine(_folder, "artifacts"), Path.Combine(_folder, ".nuke", "temp")),
            Options = new LintOptions { ShellCheck = await DebianTool.GetAsync("shellcheck") },
        };
        return Assert.Single((await ImageLinter.JudgeAsync(request, _notes, CancellationToken.None)).Reports);
    }
}

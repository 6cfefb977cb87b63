using Nuke.Common.CI.GitHubActions;

namespace Kiln.Engine.Tests.CI;

public sealed class GitHubActionsOutputTests
{
    private readonly GitHubActions _host = new();

    [Fact]
    public void A_block_is_a_group()
    {
        var printed = Printed.By(() =>
        {
            using (_host.WriteBlock("Compile"))
                Console.Out.WriteLine("inside");
        });

        Assert.Equal("::group::Compile\ninside\n::endgroup::Compile\n", printed);
    }

    [Fact]
    public void Warnings_and_errors_are_annotations()
    {
        var printed = Printed.By(() =>
        {
            _host.ReportWarning("careful");
            _host.ReportError("50 % broken\r\nindeed");
            _host.WriteDebug("detail");
        });

        Assert.Equal("::warning::careful\n::error::50 %25 broken%0D%0Aindeed\n::debug::detail\n", printed);
    }

    [Fact]
    public void A_command_lists_its_escaped_properties()
    {
        var printed = Printed.By(() => _host.WriteCommand("error", "a: b, c", x =>
        {
            x["file"] = "a:b,c%.cs";
            x["line"] = 3;
            return x;
        }));

        Assert.Equal("::error file=a%3Ab%2Cc%25.cs, line=3::a: b, c\n", printed);
    }

    [Fact]
    public void A_command_needs_neither_message_nor_properties()
    {
        var printed = Printed.By(() => _host.WriteCommand("stop-commands"));

        Assert.Equal("::stop-commands::\n", printed);
    }

    [Theory]
    [InlineData("::set-output name=x::y", true, "::set-output name=x::y\n")]
    [InlineData("##[group]x", true, "##[group]x\n")]
    [InlineData("plain", false, "")]
    public void Commands_of_tools_bypass_the_log(string message, bool isFiltered, string expected)
    {
        var result = !isFiltered;

        var printed = Printed.By(() => result = _host.FilterMessage(message));

        Assert.Equal(isFiltered, result);
        Assert.Equal(expected, printed);
    }
}

using System.Reflection;
using System.Text.RegularExpressions;
using Kiln.Engine.Hosts;
using Nuke.Common.CI;
using Nuke.Common.CI.GitLab;

namespace Kiln.Engine.Tests.CI;

public sealed class GitLabTests : IDisposable
{
    /// <summary>The MD5 of "Compile": GitLab finds the end of a section by it.</summary>
    private const string Id = "3de9387fc230ce74214446e58c4fefde";

    private readonly ChangedVariables _variables = new();
    private readonly GitLab _host = new();

    public void Dispose() => _variables.Dispose();

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    public void Runs_where_its_variable_exists(string? value, bool expected)
    {
        _variables["GITLAB_CI"] = value;

        Assert.Equal(expected, GitLab.IsRunningGitLab);
    }

    [Fact]
    public void Is_found_by_its_name()
    {
        var host = HostDetection.Create("GitLab");

        Assert.IsType<GitLab>(host);
        Assert.Same(host, GitLab.Instance);
    }

    [Fact]
    public void A_block_is_a_collapsed_section()
    {
        var printed = Printed.By(() =>
        {
            using (_host.WriteBlock("Compile"))
                Console.Out.WriteLine("inside");
        });

        Assert.Equal(
            $"\e[0Ksection_start:0:{Id}[collapsed=true]\r\e[0KCompile\ninside\n\e[0Ksection_end:0:{Id}\r\e[0K\n",
            WithoutTime(printed));
    }

    [Fact]
    public void A_section_may_begin_open()
    {
        var printed = Printed.By(() => _host.BeginSection("Compile", collapsed: false));

        Assert.Equal($"\e[0Ksection_start:0:{Id}[collapsed=false]\r\e[0KCompile\n", WithoutTime(printed));
    }

    [Fact]
    public void Warnings_and_errors_are_the_log_s_own_affair()
    {
        var printed = Printed.By(() =>
        {
            _host.ReportWarning("careful");
            _host.ReportError("broken");
        });

        Assert.Equal("", printed);
    }

    [Fact]
    public void Reads_each_variable_when_it_is_asked()
    {
        foreach (var property in typeof(GitLab).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (text, value) = GitLabVariables.ExampleOf(property.PropertyType);
            _variables[GitLabVariables.Of(property.Name)] = text;
            Assert.Equal((property.Name, value), (property.Name, property.GetValue(_host)));

            _variables[GitLabVariables.Of(property.Name)] = null;
            Assert.NotEqual((property.Name, value), (property.Name, property.GetValue(_host)));
        }
    }

    [Fact]
    public void Is_a_build_server_at_ref_and_commit()
    {
        _variables["CI_COMMIT_REF_NAME"] = "main";
        _variables["CI_COMMIT_SHA"] = "0123abcd";
        IBuildServer server = _host;

        Assert.Equal("main", server.Branch);
        Assert.Equal("0123abcd", server.Commit);
    }

    private static string WithoutTime(string text) => Regex.Replace(text, "(section_[a-z]+):[0-9]{10}:", "$1:0:");
}

using System.Runtime.InteropServices;
using Nuke.Common;
using Nuke.Common.IO;

namespace Kiln.Engine.Tests;

public sealed class EnvironmentInfoTests : IDisposable
{
    private const string Name = "KILN_ENGINE_TEST";

    private readonly ChangedVariables _variables = new();

    public void Dispose() => _variables.Dispose();

    [Fact]
    public void The_platform_is_exactly_one()
    {
        var isLinux = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

        Assert.Equal(isLinux, EnvironmentInfo.IsLinux);
        Assert.Equal(isLinux, EnvironmentInfo.Platform == PlatformFamily.Linux);
        Assert.Single([EnvironmentInfo.IsLinux, EnvironmentInfo.IsOsx, EnvironmentInfo.IsWin], x => x);
        Assert.NotEqual(EnvironmentInfo.Is32Bit, EnvironmentInfo.Is64Bit);
        Assert.NotEqual(EnvironmentInfo.IsUnix, EnvironmentInfo.IsWin);
    }

    [Fact]
    public void Knows_the_framework_of_the_program()
    {
        Assert.Equal(".NETCoreApp", EnvironmentInfo.Framework.Identifier);
        Assert.Equal(new Version(10, 0), EnvironmentInfo.Framework.Version);
    }

    [Fact]
    public void Sets_finds_and_removes_variables()
    {
        _variables[Name] = null;

        EnvironmentInfo.SetVariable(Name, 5);
        Assert.Equal("5", EnvironmentInfo.GetVariable(Name));
        Assert.Equal("5", EnvironmentInfo.Variables[Name]);

        EnvironmentInfo.RemoveVariable(Name);
        Assert.False(EnvironmentInfo.HasVariable(Name));
        Assert.Null(EnvironmentInfo.GetVariable(Name));
    }

    [Fact]
    public void An_empty_variable_exists_unless_that_is_not_enough()
    {
        _variables[Name] = "";

        Assert.True(EnvironmentInfo.HasVariable(Name));
        Assert.False(EnvironmentInfo.HasVariable(Name, allowEmpty: false));
        Assert.False(EnvironmentInfo.GetVariable<bool>(Name));
    }

    [Fact]
    public void Reads_a_variable_as_the_type_that_is_asked_for()
    {
        _variables[Name] = "1;2";
        Assert.Equal([1, 2], EnvironmentInfo.GetVariable<int[]>(Name, ';')!);
        Assert.Equal(["1;2"], EnvironmentInfo.GetVariable<string[]>(Name)!);

        _variables[Name] = "linux";
        Assert.Equal(PlatformFamily.Linux, EnvironmentInfo.GetVariable<PlatformFamily?>(Name));
        Assert.Equal(EnvironmentInfo.WorkingDirectory / "linux", EnvironmentInfo.GetVariable<AbsolutePath>(Name));

        _variables[Name] = null;
        Assert.Null(EnvironmentInfo.GetVariable<int?>(Name));
    }

    [Fact]
    public void Expands_as_the_shell_does()
    {
        _variables["HOME"] = "/home/me";
        _variables[Name] = "x";

        var expanded = EnvironmentInfo.ExpandVariables($"~/bin/${Name}/$NOT_SET_AT_ALL");

        Assert.Equal("/home/me/bin/x/", expanded);
    }

    [Fact]
    public void Lists_the_folders_of_PATH()
    {
        _variables["HOME"] = "/home/me";
        _variables["PATH"] = $"/usr/bin{Path.PathSeparator}~/bin";

        Assert.Equal(["/usr/bin", "/home/me/bin"], EnvironmentInfo.Paths);
    }

    [Fact]
    public void Works_elsewhere_for_a_while()
    {
        using var folder = new TemporaryFolder();
        var former = EnvironmentInfo.WorkingDirectory;

        using (folder.Path.SwitchWorkingDirectory())
            Assert.Equal(folder.Path, EnvironmentInfo.WorkingDirectory);

        Assert.Equal(former, EnvironmentInfo.WorkingDirectory);
    }
}

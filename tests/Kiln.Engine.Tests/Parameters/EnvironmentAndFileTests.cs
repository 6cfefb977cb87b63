using Kiln.Engine.Tests.Runs;

namespace Kiln.Engine.Tests.Parameters;

public sealed class EnvironmentAndFileTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Theory]
    [InlineData("MyString")]
    [InlineData("MY_STRING")]
    [InlineData("my_string")]
    [InlineData("NUKE_MY_STRING")]
    [InlineData("NUKEMyString")]
    public void Variables_match_in_many_spellings(string name)
    {
        _repository.WithVariable(name, "from environment");

        Assert.Equal("from environment", Run().MyString);
    }

    [Fact]
    public void Several_matching_variables_count_as_none()
    {
        _repository.WithVariable("MY_STRING", "a").WithVariable("NUKE_MY_STRING", "b");

        var run = _repository.Run<ParameterBuild>("Show");

        Assert.Equal("initial", run.BuildAs<ParameterBuild>().MyString);
        Assert.Contains("[WRN] Could not resolve MyString since multiple values are provided", run.Output);
    }

    [Fact]
    public void An_empty_variable_is_a_false_switch_and_a_variable_is_one_element()
    {
        _repository.WithVariable("FLAG1", "").WithVariable("WORDS", "a b").WithVariable("SEP_LIST", "a,b");

        Assert.False(Run().Flag1);
        Assert.Equal(["a b"], Run().Words);
        Assert.Equal(["a", "b"], Run().SepList!);
    }

    [Fact]
    public void The_command_line_beats_the_environment_and_that_beats_files()
    {
        _repository
            .WithFile(".nuke/parameters.json", """{ "MyString": "file", "Num": 1, "GetOnly": "file" }""")
            .WithVariable("NUM", "2")
            .WithVariable("GET_ONLY", "environment");

        var build = Run("Show --get-only line");

        Assert.Equal(("file", 2, "line"), (build.MyString, build.Num, build.GetOnly));
    }

    [Fact]
    public void The_last_profile_wins_and_the_default_file_comes_last()
    {
        _repository
            .WithFile(".nuke/parameters.json", """{ "MyString": "default", "Num": 1, "GetOnly": "default" }""")
            .WithFile(".nuke/parameters.a.json", """{ "MyString": "a", "Num": 2 }""")
            .WithFile(".nuke/parameters.b.json", """{ "MyString": "b" }""");

        var build = Run("Show --profile a b");

        Assert.Equal(("b", 2, "default"), (build.MyString, build.Num, build.GetOnly));
    }

    [Fact]
    public void A_missing_profile_is_named()
    {
        var run = _repository.Run<ParameterBuild>("Show --profile nowhere");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(
            $"Expected file to exist: {_repository.At(".nuke/parameters.nowhere.json")} (profile 'nowhere').\n", run.Output);
    }

    [Fact]
    public void Names_in_files_are_matched_with_case_and_null_is_missing()
    {
        _repository.WithFile(".nuke/parameters.json", """{ "gitHubToken": "x", "MyString": null }""");

        Assert.Null(Run().GitHubToken);
        Assert.Equal("initial", Run().MyString);
    }

    [Fact]
    public void Files_hold_lists_objects_and_paths_from_the_root()
    {
        _repository.WithFile(
            ".nuke/parameters.json",
            """
            {
              "Numbers": [1, 2], "Words": ["a"], "Level": "high", "Flag1": true, "Directory": "some/where",
              "Complex": { "Text": "t", "Number": 5, "Paths": ["p"] }
            }
            """);

        var build = Run();

        Assert.Equal([1, 2], build.Numbers!);
        Assert.Equal((Level.High, true), (build.Level, build.Flag1));
        Assert.Equal(_repository.At("some/where"), build.Directory!.ToString());
        Assert.Equal(("t", 5), (build.Complex!.Text, build.Complex.Number));
        Assert.Equal(_repository.At("p"), build.Complex.Paths![0].ToString());
    }

    [Fact]
    public void A_value_of_a_file_that_does_not_fit_names_the_file()
    {
        _repository.WithFile(".nuke/parameters.json", """{ "Num": "abc" }""");

        var run = _repository.Run<ParameterBuild>("Show");

        Assert.Equal(
            $"Resolving parameter 'Num' of file '{_repository.At(".nuke/parameters.json")}' failed. " +
            "Value 'abc' could not be converted to 'int?'.\n",
            run.Output);
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_named()
    {
        _repository.WithFile(".nuke/parameters.json", "{");

        var run = _repository.Run<ParameterBuild>("Show");

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith($"File '{_repository.At(".nuke/parameters.json")}' is not valid JSON: ", run.Output);
    }

    [Fact]
    public void Built_in_parameters_are_found_in_the_environment_too()
    {
        _repository.WithVariable("NO_LOGO", "true").WithVariable("VERBOSITY", "Quiet").WithVariable("TARGET", "Show");

        var run = _repository.Run<ParameterBuild>();

        Assert.Equal("Show:Succeeded", run.Statuses);
        Assert.DoesNotContain("Kiln Engine", run.Output);
    }

    public void Dispose() => _repository.Dispose();

    ParameterBuild Run(string arguments = "Show")
    {
        var run = _repository.Run<ParameterBuild>(arguments);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.BuildAs<ParameterBuild>();
    }
}

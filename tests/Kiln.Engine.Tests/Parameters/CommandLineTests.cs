using Kiln.Engine.Tests.Runs;

namespace Kiln.Engine.Tests.Parameters;

public sealed class CommandLineTests : IDisposable
{
    readonly TestRepository _repository = new();

    [Theory]
    [InlineData("--my-string")]
    [InlineData("-MyString")]
    [InlineData("--MYSTRING")]
    [InlineData("--m-y-string")]
    public void Dashes_and_case_of_names_do_not_matter(string name)
        => Assert.Equal("x", Run($"Show {name} x").MyString);

    [Fact]
    public void The_last_occurrence_wins() => Assert.Equal("b", Run("Show --my-string a --my-string b").MyString);

    [Fact]
    public void Name_and_value_may_be_joined_by_an_equals_sign()
    {
        var build = Run("Show --my-string=a=b --num=-5");

        Assert.Equal("a=b", build.MyString);
        Assert.Equal(-5, build.Num);
    }

    [Fact]
    public void A_parameter_is_known_by_the_name_of_its_attribute()
        => Assert.Equal("x", Run("Show --renamed x").Original);

    [Fact]
    public void A_switch_needs_no_value() => Assert.True(Run("Show --flag1").Flag1);

    [Fact]
    public void Lists_take_all_words_and_may_be_empty()
    {
        Assert.Equal(["a", "b"], Run("Show --words a b").Words);
        Assert.Empty(Run("Show --words").Words);
    }

    [Fact]
    public void A_separator_splits_one_word() => Assert.Equal(["a", "b", "c"], Run("Show --sep-list a,b,c").SepList!);

    [Fact]
    public void Words_and_separators_cannot_be_mixed()
    {
        var run = _repository.Run<ParameterBuild>("Show --sep-list a,b c");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("with value [ a,b, c ] cannot be split with separator ','", run.Output);
    }

    [Fact]
    public void A_missing_value_leaves_the_initialiser()
    {
        var build = Run("Show --my-string --num");

        Assert.Equal("initial", build.MyString);
        Assert.Equal(7, build.Num);
    }

    [Fact]
    public void Enums_ignore_case_and_paths_are_relative_to_the_working_directory()
    {
        var build = Run("Show --level hIgH --directory some/where");

        Assert.Equal(Level.High, build.Level);
        Assert.Equal(_repository.At("some/where"), build.Directory!.ToString());
    }

    [Fact]
    public void Properties_with_only_a_getter_are_set() => Assert.Equal("x", Run("Show --get-only x").GetOnly);

    [Fact]
    public void Interface_members_have_the_prefix_and_ask_for_their_value()
    {
        IHaveToken build = Run("Show --my-token t --my-depth 3");

        Assert.Equal("t", build.Token);
        Assert.Equal(3, build.Depth);
        Assert.Equal("fallback", build.Fallback);
    }

    [Fact]
    public void Value_sets_are_not_enforced() => Assert.Equal("three", Run("Show --choice three").Choice);

    [Fact]
    public void An_unknown_argument_is_an_error_that_names_the_nearest()
    {
        var run = _repository.Run<ParameterBuild>("Show --my-strnig x");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal("Argument '--my-strnig' is not known. Did you mean '--my-string'? '--help' lists all arguments.\n", run.Output);
    }

    [Fact]
    public void A_dash_and_a_number_is_a_name_and_the_message_says_how_to_write_it()
    {
        var run = _repository.Run<ParameterBuild>("Show --num -5");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("Argument '-5' is not known.", run.Output);
        Assert.Contains("'--name=-5'", run.Output);
    }

    [Theory]
    [InlineData("--num abc", "Resolving argument '--num' failed. Value 'abc' could not be converted to 'int?'.")]
    [InlineData("--num 1 2", "Resolving argument '--num' failed. Value [ 1, 2 ] cannot be assigned to 'int?'.")]
    [InlineData(
        "--numbers 1", "Resolving argument '--numbers' failed. Value '1' could not be converted to 'List<int>'.")]
    [InlineData("--level hihg", "Resolving argument '--level' failed. Value 'hihg' could not be converted to 'Level?'. Allowed are: Low, High. Did you mean 'High'?")]
    [InlineData("--flag1 Show", "Resolving argument '--flag1' failed. Value 'Show' could not be converted to 'bool?'. Write 'true' or 'false', or nothing; targets come before the first argument.")]
    [InlineData("--verbosity loud", "Resolving argument '--verbosity' failed. Value 'loud' could not be converted to 'Verbosity?'. Allowed are: Verbose, Normal, Minimal, Quiet.")]
    public void A_value_that_does_not_fit_ends_the_build_before_anything_runs(string arguments, string message)
    {
        var run = _repository.Run<ParameterBuild>($"Show {arguments}");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(message + "\n", run.Output);
        Assert.Null(run.Build);
    }

    public void Dispose() => _repository.Dispose();

    ParameterBuild Run(string arguments)
    {
        var run = _repository.Run<ParameterBuild>(arguments);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.BuildAs<ParameterBuild>();
    }
}

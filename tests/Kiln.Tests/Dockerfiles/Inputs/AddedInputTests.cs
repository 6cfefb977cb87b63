using static Kiln.Tests.Dockerfiles.Inputs.InputReading;

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class AddedInputTests
{
    static readonly string Sum = "sha256:" + new string('a', 64);
    static readonly string Commit = new('c', 40);

    [Fact]
    public void Addresses_are_told_from_paths() => Assert.Equal(
        ["2: https://example.com/a.tgz", "3: git://github.com/o/r.git#v1:docs", "4: http://example.com/b"],
        InputsOf(
            "FROM scratch", "ADD a.tgz https://example.com/a.tgz /", "ADD https://github.com/o/r.git#v1:docs /",
            "ADD [\"http://example.com/b\", \"c d\", \"/\"]", "ADD *.json /"));

    [Fact]
    public void COPY_downloads_nothing() => Assert.Empty(InputsOf("FROM scratch", "COPY https://example.com/a.tgz /"));

    [Fact]
    public void A_checksum_of_its_own_is_kept() => Assert.Equal(
        [$"2: https://example.com/a.tgz as {Sum}", $"3: git://github.com/o/r.git#v1 at {Commit}"],
        InputsOf(
            "FROM scratch", $"ADD --checksum={Sum} https://example.com/a.tgz /",
            $"ADD --checksum={Commit} https://github.com/o/r.git#v1 /"));

    [Fact]
    public void A_checksum_may_be_a_variable_and_without_a_value_it_demands_nothing() => Assert.Equal(
        [$"3: https://example.com/a.tgz as {Sum}", "4: https://example.com/b.tgz"],
        InputsOf(
            "FROM scratch", $"ARG SUM={Sum}", "ADD --checksum=$SUM https://example.com/a.tgz /",
            "ADD --checksum=$NONE https://example.com/b.tgz /"));

    [Fact]
    public void Variables_of_the_stage_are_worth_what_they_are_at_that_line() => Assert.Equal(
        ["3: https://example.com/1.tgz", "5: https://example.com/2.tgz", "7: https://example.com/3-2.tgz"],
        InputsOf(
            "FROM scratch", "ARG V=1", "ADD https://example.com/$V.tgz /", "ENV V=2", "ADD https://example.com/$V.tgz /",
            "ENV V=3 W=$V", "ADD https://example.com/$V-$W.tgz /"));

    [Fact]
    public void A_build_argument_wins_and_a_global_value_comes_in_by_ARG() => Assert.Equal(
        ["5: https://example.com/given/global/amd64"],
        InputsOf(
            WithArgs(("A", "given")),
            "ARG B=global", "FROM scratch", "ARG A=default B", "ARG TARGETARCH", "ADD https://example.com/$A/$B/$TARGETARCH /"));

    [Fact]
    public void A_global_value_that_the_stage_does_not_ask_for_is_not_seen() => Assert.Equal(
        ["3:5: 'https://example.com/$A' cannot be known: this Dockerfile gives no value to 'A'. Set it there by ARG or ENV."],
        ProblemsOf("ARG A=1", "FROM scratch", "ADD https://example.com/$A /"));

    [Fact]
    public void A_stage_goes_on_where_the_one_that_it_is_made_from_ends() => Assert.Equal(
        ["5: https://example.com/1/2.tgz"],
        InputsOf(
            "FROM scratch AS base", "ARG A=1", "ENV B=2", "FROM base", "ADD https://example.com/$A/$B.tgz /"));

    [Fact]
    public void Triggers_see_the_variables_of_the_stage_that_they_run_in() => Assert.Equal(
        ["3: https://example.com/2.tgz"],
        InputsOf("FROM scratch AS base", "ENV A=1", "ONBUILD ADD https://example.com/$A.tgz /", "ENV A=2", "FROM base", "ENV A=3"));

    [Fact]
    public void All_that_is_unknown_in_an_address_is_named() => Assert.Equal(
        ["2:5: 'https://example.com/$A/$B' cannot be known: this Dockerfile gives no value to 'A', 'B'. Set it there by ARG or ENV."],
        ProblemsOf("FROM scratch", "ADD https://example.com/$A/$B /"));

    [Fact]
    public void A_path_may_hold_what_only_the_base_image_knows() => Assert.Empty(InputsOf("FROM scratch", "ADD $FILE ${DIR}/a /"));

    [Fact]
    public void A_default_in_the_word_makes_it_known() => Assert.Equal(
        ["2: https://example.com/1.tgz"], InputsOf("FROM scratch", "ADD https://example.com/${V:-1}.tgz /"));

    [Fact]
    public void A_repository_that_cannot_be_cloned_is_a_problem() => Assert.Equal(
        ["2:5: 'https://github.com/o/r.git?what=1' is no repository that can be cloned: 'what' is no option of a repository"],
        ProblemsOf("FROM scratch", "ADD https://github.com/o/r.git?what=1 /"));
}

namespace Kiln.EndToEnd.Bootstrap;

public sealed class ChangeTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Fact]
    public async Task Says_nothing_and_compiles_nothing_when_nothing_changed()
    {
        await checkout.RunAsync("answer");

        var again = await checkout.RunAsync("exit", "0");

        Assert.Equal(new Outcome(0, "", ""), again);
    }

    [Fact]
    public async Task Compiles_after_a_source_changed()
    {
        await checkout.RunAsync("answer");

        checkout.Write("src/Answer.cs", "static class Answer { public const string Text = \"changed\"; }");

        Assert.Equal("changed\n", (await checkout.RunAsync("answer")).Output);
    }

    [Fact]
    public async Task Compiles_after_a_source_was_replaced_by_an_older_file()
    {
        await checkout.RunAsync("answer");

        checkout.WriteOldAnswer("older");

        Assert.Equal("older\n", (await checkout.RunAsync("answer")).Output);
        Assert.False((await checkout.RunAsync("answer")).Compiled);
    }

    [Fact]
    public async Task Compiles_after_a_source_was_added_and_after_it_was_deleted()
    {
        checkout.Write("src/deep/Added.cs", "static class Added;");
        Assert.Contains("Added", (await checkout.RunAsync("types")).Output);

        File.Delete(checkout.PathOf("src/deep/Added.cs"));

        Assert.DoesNotContain("Added", (await checkout.RunAsync("types")).Output);
    }

    [Fact]
    public async Task Compiles_after_the_props_changed()
    {
        await checkout.RunAsync("version");

        checkout.Replace("Directory.Build.props", "<Version>0.1.0<", "<Version>7.8.9<");

        Assert.Equal("7.8.9\n", (await checkout.RunAsync("version")).Output);
    }

    [Fact]
    public async Task Does_not_look_into_output_folders()
    {
        await checkout.RunAsync("answer");

        checkout.Write("src/obj/Note.txt", "written by a compiler");
        checkout.Write("src/Part/bin/Note.txt", "written by a compiler");

        Assert.False((await checkout.RunAsync("answer")).Compiled);
    }
}

using Kiln.Contexts;

namespace Kiln.Tests.Contexts;

public sealed class ContextContentsTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_with_other_content_a_new_one_and_one_that_is_gone_have_changed()
    {
        _folder.Write("same", "1");
        _folder.Write("sub/other", "1");
        _folder.Write("gone", "1");
        var before = Read();
        File.Delete(_folder["gone"]);
        _folder.Write("sub/other", "22");
        _folder.Write("new", "1");

        Assert.Equal(["gone", "new", "sub/other"], Read().ChangedSince(before));
    }

    [Fact]
    public void A_file_that_was_only_touched_has_not()
    {
        var file = _folder.Write("touched", "1");
        var before = Read();
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        Assert.Empty(Read(before).ChangedSince(before));
    }

    [Fact]
    public void A_mode_is_no_content()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows knows no modes.");
        var file = _folder.Write("run", "1");
        var before = Read();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var after = Read(before);

        Assert.Equal(["run"], after.OtherModesSince(before));
        Assert.Empty(after.ChangedSince(before));
    }

    [Fact]
    public void A_link_counts_by_where_it_leads()
    {
        var link = _folder["link"];
        File.CreateSymbolicLink(link, "one");
        var before = Read();
        File.Delete(link);
        File.CreateSymbolicLink(link, "two");

        Assert.Equal(["link"], Read().ChangedSince(before));
    }

    [Fact]
    public void What_is_known_by_size_and_time_is_not_read_again()
    {
        var file = _folder.Write("kept", "one");
        var known = Read();
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, "two");
        File.SetLastWriteTimeUtc(file, time);

        Assert.Empty(Read(known).ChangedSince(known));
        Assert.Equal(["kept"], Read().ChangedSince(known));
    }

    [Fact]
    public void Text_and_back_is_the_same_and_other_lines_are_left_out()
    {
        _folder.Write("a\tb", "1");
        _folder.Write("sub/c", "2");
        var contents = Read();

        Assert.Equal(contents.ToString(), ContextContents.Parse("nonsense\n" + contents + "x\ty\tz\t0\tp\n").ToString());
        Assert.Equal(2, contents.ToString().Count(x => x == '\n'));
    }

    ContextContents Read(ContextContents? known = null) => ContextContents.Of(_folder.Path, known ?? ContextContents.None, CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}

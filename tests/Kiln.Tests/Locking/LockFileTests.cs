using Kiln.Locking;

namespace Kiln.Tests.Locking;

public sealed class LockFileTests : IDisposable
{
    static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    readonly TemporaryFolder _folder = new();

    string Lock => _folder["kiln.lock"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_file_is_no_lock()
    {
        Assert.Null(LockFile.Read(Lock));
        Assert.Null(LockFile.Read(_folder["no/such/folder/kiln.lock"]));
    }

    [Fact]
    public void What_was_written_is_there_and_nothing_else_is()
    {
        LockFile.Write(Lock, LockSamples.Full);

        Assert.Equal(LockSamples.Full, LockFile.Read(Lock));
        Assert.Equal([Lock], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        LockFile.Write(_folder[".nuke/temp/kiln.lock"], LockSamples.Full);

        Assert.Equal(LockSamples.Full, LockFile.Read(_folder[".nuke/temp/kiln.lock"]));
    }

    [Fact]
    public void An_equal_lock_leaves_the_file_as_it_is()
    {
        LockFile.Write(Lock, LockSamples.Full);
        File.SetLastWriteTimeUtc(Lock, LongAgo);

        LockFile.Write(Lock, LockSamples.Full);

        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(Lock));
    }

    [Fact]
    public void A_full_disk_is_told_and_the_old_lock_is_unharmed()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        _folder.Write("kiln.lock", "old");
        File.CreateSymbolicLink(Lock + ".new", "/dev/full");

        var error = Assert.Throws<KilnException>(() => LockFile.Write(Lock, LockSamples.Full));

        Assert.Equal("KILN6005", error.Code);
        Assert.Equal(
            $"The lock '{Lock}' could not be written: No space left on device : '{Lock}.new'. What was there is "
            + "unharmed. See to it that the folder may be written to and that there is room on the disk, and run the "
            + "build again.",
            error.Message);
        Assert.Equal("old", File.ReadAllText(Lock));
        Assert.Equal([Lock], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_may_not_be_written_to_is_told_and_the_old_lock_is_unharmed()
    {
        _folder.Write("kiln.lock", "old");
        Directory.CreateDirectory(Lock + ".new"); // A folder refuses the write to root as well, whom no mode stops.

        var error = Assert.Throws<KilnException>(() => LockFile.Write(Lock, LockSamples.Full));

        Assert.Equal("KILN6005", error.Code);
        Assert.Equal(
            $"The lock '{Lock}' could not be written: Access to the path '{Lock}.new' is denied. What was there is "
            + "unharmed. See to it that the folder may be written to and that there is room on the disk, and run the "
            + "build again.",
            error.Message);
        Assert.Equal("old", File.ReadAllText(Lock));
    }

    [Fact]
    public void A_lock_that_cannot_be_opened_is_not_taken_for_none()
    {
        Directory.CreateDirectory(Lock);

        var error = Assert.Throws<KilnException>(() => LockFile.Read(Lock));

        Assert.Equal(
            ("KILN6001", $"The lock '{Lock}' cannot be opened: Access to the path '{Lock}' is denied. "
                + "See to it that the file may be read."),
            (error.Code, error.Message));
    }
}

using System.Formats.Tar;
using System.IO.Compression;
using Kiln.Downloads;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Downloads;

public sealed class ProgramFileTests : IDisposable
{
    readonly FakeRegistry _server = new(); // any web server would do
    readonly TemporaryFolder _folder = new();
    int _asked;

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("tool")]
    [InlineData("tool.tar.gz")]
    [InlineData("tool.zip")]
    public async Task The_program_is_taken_out_of_what_was_pinned_once_and_can_be_run(string name)
    {
        var content = Content(name);
        Serve(content);

        string program = "";
        for (var i = 0; i < 2; i++)
            program = await ProgramFile.GetAsync(_folder.Path, $"http://{_server.Address}/{name}", Digest.OfBytes(content), "bin/tool", default);

        Assert.Equal("#!/bin/true", File.ReadAllText(program));
        Assert.Equal(("tool", 1), (Path.GetFileName(program), _asked));
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(program)!));
    }

    [Fact]
    public async Task Something_else_than_was_pinned_is_not_kept()
    {
        Serve(Content("tool"));
        var pinned = Digest.OfBytes("what it was"u8);

        var error = await Assert.ThrowsAsync<KilnException>(
            () => ProgramFile.GetAsync(_folder.Path, $"http://{_server.Address}/tool", pinned, "tool", default));

        Assert.Equal(ErrorCodes.InputChanged, error.Code);
        Assert.Contains(pinned.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains(Digest.OfBytes(Content("tool")).ToString(), error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("tool.tar.gz")]
    [InlineData("tool.zip")]
    public async Task An_archive_without_the_program_is_told(string name)
    {
        var content = Content(name);
        Serve(content);

        var error = await Assert.ThrowsAsync<KilnException>(
            () => ProgramFile.GetAsync(_folder.Path, $"http://{_server.Address}/{name}", Digest.OfBytes(content), "other", default));

        Assert.Equal(ErrorCodes.ProgramNotInArchive, error.Code);
        Assert.Contains("'other'", error.Message, StringComparison.Ordinal);
    }

    void Serve(byte[] content) => _server.Fault = async context =>
    {
        _asked++;
        await context.Response.OutputStream.WriteAsync(content);
        context.Response.Close();
        return true;
    };

    byte[] Content(string name)
    {
        _folder.Write("made/bin/tool", "#!/bin/true");
        using var memory = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            ZipFile.CreateFromDirectory(_folder["made"], memory);
        }
        else if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var packed = new GZipStream(memory, CompressionMode.Compress, leaveOpen: true);
            TarFile.CreateFromDirectory(_folder["made"], packed, includeBaseDirectory: false);
        }
        else
        {
            memory.Write("#!/bin/true"u8);
        }

        Directory.Delete(_folder["made"], recursive: true);
        return memory.ToArray();
    }
}

namespace Kiln.Primitives;

/// <summary>Reads another stream from where it stands to its end, and looks at how that goes. It owns the other one.</summary>
abstract class ReadThrough(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Beginning();
        var count = inner.Read(buffer);
        Passed(count);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Beginning();
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Passed(count);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Somebody wants to read.</summary>
    protected virtual void Beginning()
    {
    }

    /// <summary>So many bytes were read.</summary>
    protected virtual void Passed(int count)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

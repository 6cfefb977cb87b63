namespace Kiln.Scanning;

/// <summary>How a scanner's program is had. What is not on this machine is pinned in <c>kiln.lock</c>, by <c>Restore</c>.</summary>
public abstract record ScannerSource
{
    ScannerSource() { }

    /// <summary>A path, or a name on <c>PATH</c>.</summary>
    public static implicit operator ScannerSource(string program) => new Program(program);

    /// <summary>A path, or a name on <c>PATH</c>; the machine's owner answers for what it is.</summary>
    public sealed record Program(string Path) : ScannerSource;

    /// <summary>
    /// An image whose entry point is the scanner, run by the digest in the lock, with the image's layout readable, without the build's variables, and
    /// without a network while the layout is there. The engine has to share this machine's folders.
    /// </summary>
    public sealed record Image(ImageReference Reference) : ScannerSource
    {
        /// <summary>By name: <c>ghcr.io/aquasecurity/trivy:0.69.3</c>.</summary>
        public Image(string reference) : this(ImageReference.Parse(reference)) { }
    }

    /// <summary>A program behind an address, taken by the checksum in the lock: the file itself, or one in a <c>.tar.gz</c> or <c>.zip</c>.</summary>
    /// <param name="Address">For example <c>https://github.com/aquasecurity/trivy/releases/download/v0.69.3/trivy_0.69.3_Linux-64bit.tar.gz</c>.</param>
    /// <param name="ProgramPath">Where the program lies in the archive; where the address is the program's own, its name.</param>
    public sealed record Download(string Address, string ProgramPath) : ScannerSource;
}

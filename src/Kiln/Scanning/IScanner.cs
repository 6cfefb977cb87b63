namespace Kiln.Scanning;

/// <summary>Something that looks at one platform of an image and tells what it holds against it. It judges nothing.</summary>
public interface IScanner
{
    /// <summary>For example <c>trivy</c>: part of a file's name, and the same in every run.</summary>
    string Name { get; }

    /// <summary>How its program is had; Restore pins what is not on this machine. Default: it needs none.</summary>
    ScannerSource? Source => null;

    /// <summary>KILN4002 where it cannot be had, and how to get it. Asked before anything is scanned.</summary>
    Task RequireAsync(CancellationToken cancellationToken);

    /// <summary>KILN4003 where it fails or says what cannot be read, KILN4004 where it looked at something else.</summary>
    Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken);
}

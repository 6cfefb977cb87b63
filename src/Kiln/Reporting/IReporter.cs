namespace Kiln.Reporting;

/// <summary>Where the library tells people what it does; the components hand it to the build's log.</summary>
public interface IReporter
{
    /// <summary>Something that a person wants to see in every run.</summary>
    void Information(string message);

    /// <summary>Something that works, but not as a person would expect.</summary>
    void Warning(string message);
}

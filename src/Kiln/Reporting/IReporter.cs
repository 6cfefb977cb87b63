namespace Kiln.Reporting;

/// <summary>Where the library tells people what it does; the components hand it to the build's log.</summary>
public interface IReporter
{
    /// <summary>Something that a person wants to see in every run.</summary>
    void Information(string message);

    /// <summary>Something that works, but not as a person would expect.</summary>
    void Warning(string message);

    /// <summary>Exactly this line, past any layout: commands to a CI host, and what the steps of a build printed. Default: like any other.</summary>
    void Raw(string line) => Information(line);
}

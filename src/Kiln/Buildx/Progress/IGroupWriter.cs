namespace Kiln.Buildx.Progress;

/// <summary>How groups look where a build runs.</summary>
interface IGroupWriter
{
    void Begin(string group);

    void Write(FinishedStep step);

    void End(string group);
}

namespace Kiln.Buildx;

/// <summary>What came of asking for an engine.</summary>
public abstract record EngineAnswer
{
    EngineAnswer() { }

    /// <summary>An engine that can do the job.</summary>
    public sealed record Fit(ContainerEngine Engine) : EngineAnswer;

    /// <summary>An engine answers, but lacks something; with what a person can do about it.</summary>
    public sealed record Unfit(string Reason, string Remedy) : EngineAnswer;

    /// <summary>Nothing answers; why, in the client's own words.</summary>
    public sealed record Silent(string Reason) : EngineAnswer
    {
        /// <summary>buildx without an engine, which is enough for a builder elsewhere; null where there is no buildx either.</summary>
        public ContainerEngine? Client { get; init; }
    }
}

namespace Kiln.Oci.Registries;

/// <summary>What a <see cref="RegistryProbe"/> found at an address.</summary>
public abstract record RegistryAnswer
{
    RegistryAnswer()
    {
    }

    /// <summary>Whether images can be had or sent there.</summary>
    public bool IsRegistry => this is Speaks;

    /// <summary>A registry answers; it may want credentials.</summary>
    public sealed record Speaks(bool NeedsCredentials) : RegistryAnswer;

    /// <summary>The host is there, and the port is free.</summary>
    public sealed record NothingListens : RegistryAnswer;

    /// <summary>Another program has the port; <paramref name="Answered"/> says how it answered.</summary>
    public sealed record SomethingElse(string Answered) : RegistryAnswer;

    /// <summary>The host is not there, or does not answer in time.</summary>
    public sealed record Unreachable(string Reason) : RegistryAnswer;
}

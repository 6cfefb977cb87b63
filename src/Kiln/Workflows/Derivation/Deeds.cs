namespace Kiln.Workflows.Derivation;

/// <summary>What targets do to the world; permissions, secrets and preparations of a job follow from it.</summary>
[Flags]
enum Deeds
{
    None = 0,

    /// <summary>Builds images or runs containers.</summary>
    UseEngine = 1,

    /// <summary>Judges Dockerfiles, and leaves reports of it.</summary>
    Lint = 2,

    /// <summary>Leaves reports of scanners.</summary>
    Scan = 4,

    /// <summary>Publishes images.</summary>
    Push = 8,

    /// <summary>Puts together what other jobs built, so that the job builds nothing itself.</summary>
    Assemble = 16,

    /// <summary>Writes into pull requests.</summary>
    Comment = 32,

    /// <summary>Writes check runs.</summary>
    WriteChecks = 64,

    /// <summary>Takes away what CI leaves behind.</summary>
    CleanUp = 128,
}

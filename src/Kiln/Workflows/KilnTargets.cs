namespace Kiln.Workflows;

/// <summary>Targets of Kiln's components by which a job's needs are known, for jobs that name them: <c>new Job("push", KilnTargets.Push)</c>.</summary>
public static class KilnTargets
{
    /// <summary>Finds or starts an engine.</summary>
    public const string StartEngine = "StartEngine";

    /// <summary>Resolves and checks what images are made from.</summary>
    public const string Restore = "Restore";

    /// <summary>Judges Dockerfiles.</summary>
    public const string Lint = "Lint";

    /// <summary>Shows what Lint found as a check run of GitHub's.</summary>
    public const string CreateCheckRun = "CreateCheckRun";

    /// <summary>Builds images.</summary>
    public const string DockerBuild = "DockerBuild";

    /// <summary>Puts together what several machines built.</summary>
    public const string Assemble = "Assemble";

    /// <summary>Starts images and looks whether they run.</summary>
    public const string SmokeTest = "SmokeTest";

    /// <summary>Scans images.</summary>
    public const string Scan = "Scan";

    /// <summary>Tells a pull or merge request what it does to the images.</summary>
    public const string Comment = "Comment";

    /// <summary>Pushes images.</summary>
    public const string Push = "Push";

    /// <summary>Copies pushed images between tags and registries.</summary>
    public const string Promote = "Promote";

    /// <summary>Takes away what CI leaves behind.</summary>
    public const string CleanUp = "CleanUp";

    /// <summary>Lists what the lock pins and what is another by now.</summary>
    public const string ListStale = "ListStale";

    /// <summary>Looks up anew what the lock pins.</summary>
    public const string UpdateLock = "UpdateLock";

    /// <summary>Fails where the files of CI hosts are not the build's.</summary>
    public const string VerifyWorkflow = "VerifyWorkflow";
}

namespace Kiln.Buildx.Bootstrapping;

/// <summary>Which of a checkout's own processes are meant.</summary>
enum EngineProcesses
{
    /// <summary>The daemons and what <c>RUN</c> steps started.</summary>
    AllButRegistry,

    /// <summary>Only the registry.</summary>
    Registry,
}

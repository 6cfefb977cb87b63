namespace Kiln.Dockerfiles.Inputs;

/// <summary>A secret that a <c>RUN</c> step mounts.</summary>
/// <param name="Id">Its name; null where only the build can know it, since it depends on a variable of the base image.</param>
/// <param name="Line">Where it is mounted, counted from 1.</param>
/// <param name="IsRequired">Whether the step fails without it; otherwise it runs without.</param>
public sealed record MountedSecret(string? Id, int Line, bool IsRequired);

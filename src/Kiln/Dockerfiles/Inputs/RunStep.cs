namespace Kiln.Dockerfiles.Inputs;

/// <summary>A <c>RUN</c> step of the target: what it downloads is outside of every lock.</summary>
/// <param name="Line">Where it stands, counted from 1.</param>
/// <param name="Text">Its first line.</param>
/// <param name="Network">What <c>--network</c> says: <c>default</c>, <c>none</c> or <c>host</c>.</param>
/// <param name="Platform">Whose programs it runs.</param>
public sealed record RunStep(int Line, string Text, string Network, Platform Platform);

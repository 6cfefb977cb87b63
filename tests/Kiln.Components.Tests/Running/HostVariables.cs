namespace Kiln.Components.Tests.Running;

/// <summary>Tests that set variables of the process, as a CI host does: no other test runs beside them.</summary>
[CollectionDefinition(nameof(HostVariables), DisableParallelization = true)]
public sealed class HostVariables;

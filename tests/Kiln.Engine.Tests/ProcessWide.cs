namespace Kiln.Engine.Tests;

/// <summary>For tests that change what the whole process shares: its console, its variables, its working directory.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;

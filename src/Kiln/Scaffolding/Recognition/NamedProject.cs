namespace Kiln.Scaffolding.Recognition;

/// <summary>A project, and what its image is called.</summary>
sealed record NamedProject(FoundProject Project, string Name);

namespace Kiln.Workflows;

/// <summary>A file that a CI host reads.</summary>
/// <param name="Path">From the repository's root, with <c>/</c>.</param>
/// <param name="Text">All of it, with line feeds.</param>
public sealed record WorkflowFile(string Path, string Text);

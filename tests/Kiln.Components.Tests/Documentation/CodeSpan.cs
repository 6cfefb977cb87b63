namespace Kiln.Components.Tests.Documentation;

/// <summary>Code within a sentence (CommonMark 0.31.2, §6.1).</summary>
sealed record CodeSpan(string Page, int Line, string Text);

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>All lines of an instruction joined to one, and the comments that stood between them.</summary>
sealed record LogicalLine(LogicalText Text, IReadOnlyList<CommentLine> Comments);

using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>What stays in a place for one reason.</summary>
/// <param name="Place">Where it is, as people call it.</param>
/// <param name="Why">The reason.</param>
/// <param name="Names">Tags, or refs.</param>
public sealed record KeptNames(string Place, string Why, ValueList<string> Names);

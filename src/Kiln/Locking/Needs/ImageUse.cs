namespace Kiln.Locking.Needs;

/// <summary>Which image takes an input.</summary>
public sealed record ImageUse(string Image, RequiredInput Input);

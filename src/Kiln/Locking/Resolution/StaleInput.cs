namespace Kiln.Locking.Resolution;

/// <summary>A locked image whose name means something else by now.</summary>
public sealed record StaleInput(string Key, Digest Locked, Digest Now);

namespace Kiln.Agreement.Hadolint;

/// <summary>One sentence of a spec: this Dockerfile has a finding of this rule, or has none.</summary>
/// <param name="IsTrigger">Its RUNs stand behind ONBUILD.</param>
/// <param name="IsConfigured">The spec judges with other options than the default ones.</param>
sealed record HadolintVerdict(
    string Spec, int Line, string Rule, string Dockerfile, bool IsCaught, bool IsTrigger, bool IsConfigured);

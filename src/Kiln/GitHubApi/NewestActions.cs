using Kiln.Primitives;
using Kiln.Workflows.Pins;

namespace Kiln.GitHubApi;

/// <summary>What GitHub says of the newest versions of actions.</summary>
/// <param name="Found">Versions and their commits.</param>
/// <param name="Problems">Why others are not known, one sentence each.</param>
public sealed record NewestActions(ValueList<(ActionVersion Action, string Commit)> Found, ValueList<string> Problems);

using Kiln.Buildx.History;
using Kiln.Buildx.Logs;

namespace Kiln.Buildx;

/// <summary>What a build writes down beside its images: logs for people, and what the next build compares itself with.</summary>
sealed record BuildRecords(BuildLogs Logs, BuildPast Past);

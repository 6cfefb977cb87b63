using System.Text;
using System.Text.Json;
using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Logs;

/// <summary>
/// The events as they came, one JSON value a line, for tools: <c>client.SolveStatus</c>, and <c>{"text": …}</c> for what buildx
/// printed among them.
/// </summary>
sealed class EventLog(LogFile file) : ISolveListener
{
    public void Take(JsonElement status) => file.WriteLine(Encoding.UTF8.GetBytes(status.GetRawText()));

    public void TakeText(string line) => file.WriteLine($$"""{"text":"{{JsonEncodedText.Encode(line)}}"}""");
}

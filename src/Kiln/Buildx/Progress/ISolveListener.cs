using System.Text.Json;

namespace Kiln.Buildx.Progress;

/// <summary>Hears what buildx tells about one solve, as it comes and without secrets.</summary>
interface ISolveListener
{
    /// <summary>One <c>client.SolveStatus</c>; the value is gone after the call.</summary>
    void Take(JsonElement status);

    /// <summary>A line among the values, such as those of the closing error.</summary>
    void TakeText(string line);
}

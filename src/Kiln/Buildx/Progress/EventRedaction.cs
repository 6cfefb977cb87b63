using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Processes;

namespace Kiln.Buildx.Progress;

/// <summary>
/// Takes secrets out of BuildKit's events and leaves all else as it is. What steps print comes as base64, in pieces that may end
/// within a secret: so it is decoded, and handed on by whole lines.
/// </summary>
sealed class EventRedaction(Redactor redactor)
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Dictionary<(string Step, int Stream), OutputRedaction> _outputs = [];

    /// <summary>The event as UTF-8 on one line. Unfinished lines of a step stay here until they end, or the step does.</summary>
    internal ReadOnlyMemory<byte> Pass(JsonElement status)
    {
        var output = Events.List(status, "logs").Select(Take).OfType<Output>().ToList();
        foreach (var step in Events.List(status, "vertexes").Where(x => x.TryGetProperty("completed", out _)))
            output.AddRange(RestOf(x => x.Step == Events.Text(step, "digest")));
        return Written(json =>
        {
            foreach (var field in status.EnumerateObject().Where(x => x.Name != "logs"))
            {
                json.WritePropertyName(field.Name);
                Write(json, field.Name, field.Value);
            }

            Write(json, output);
        });
    }

    /// <summary>What is left when no more events come; null for nothing.</summary>
    internal ReadOnlyMemory<byte>? Rest() =>
        RestOf(_ => true) is { Count: > 0 } output ? Written(json => Write(json, output)) : (ReadOnlyMemory<byte>?)null;

    Output? Take(JsonElement log)
    {
        if (!log.TryGetProperty("data", out var data))
            return null;
        var key = (Events.Text(log, "vertex"), (int)Events.Number(log, "stream"));
        if (!_outputs.TryGetValue(key, out var output))
            _outputs[key] = output = new OutputRedaction(redactor);
        var lines = output.Take(data.GetBytesFromBase64());
        return lines.Length == 0 ? null : new Output(key, lines, Events.Text(log, "timestamp"));
    }

    List<Output> RestOf(Func<(string Step, int Stream), bool> isMeant) =>
        [.. _outputs.Where(x => isMeant(x.Key) && !x.Value.IsEmpty).Select(x => new Output(x.Key, x.Value.Rest(), ""))];

    static void Write(Utf8JsonWriter json, IReadOnlyCollection<Output> output)
    {
        if (output.Count == 0)
            return;
        json.WriteStartArray("logs");
        foreach (var (key, lines, time) in output)
        {
            json.WriteStartObject();
            json.WriteString("vertex", key.Step);
            json.WriteNumber("stream", key.Stream);
            json.WriteBase64String("data", lines);
            if (time.Length > 0)
                json.WriteString("timestamp", time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var field in value.EnumerateObject())
                {
                    json.WritePropertyName(field.Name);
                    Write(json, field.Name, field.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(json, name, item);
                json.WriteEndArray();
                break;
            // Words and the file's text in warnings (client.VertexWarning, pb.SourceInfo).
            case JsonValueKind.String when name is "short" or "detail" or "data" && value.TryGetBytesFromBase64(out var bytes):
                json.WriteBase64StringValue(OutputRedaction.Redact(redactor, bytes));
                break;
            case JsonValueKind.String:
                json.WriteStringValue(redactor.Redact(value.GetString()!));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Whole lines of one stream, and when the last piece of them came.</summary>
    sealed record Output((string Step, int Stream) Key, byte[] Lines, string Time);
}

using System.Net;
using System.Xml.Linq;

namespace Kiln.EndToEnd.ActionsCache;

sealed partial class CacheService
{
    async Task AnswerBlobAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var part = request.QueryString["comp"] ?? "blob";
        // BuildKit's client takes this header for granted.
        response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        if (_store.ById(request.Url!.Segments[^1]) is not { } entry || request.QueryString["sig"] != entry.Signature)
        {
            response.StatusCode = 403;
            return;
        }

        Requests.Enqueue($"{request.HttpMethod} {part} {entry.Key}");
        response.StatusCode = 201;
        if (request.HttpMethod != "PUT")
            await (Faults.Damage(entry) is { } content ? SendAsync(context, content) : RefuseAsync(context));
        else if (part == "block")
            entry.Blocks[request.QueryString["blockid"]!] = await ReadAsync(context);
        else if (part == "blocklist")
            entry.Content = Join(entry, XDocument.Parse(System.Text.Encoding.UTF8.GetString(await ReadAsync(context))));
        else
            entry.Content = await ReadAsync(context);
    }

    static async Task RefuseAsync(HttpListenerContext context)
    {
        context.Response.StatusCode = 404;
        context.Response.Headers["x-ms-error-code"] = "BlobNotFound";
        context.Response.ContentType = "application/xml";
        await context.Response.OutputStream.WriteAsync(
            "<Error><Code>BlobNotFound</Code><Message>The specified blob does not exist.</Message></Error>"u8.ToArray());
    }

    // The list says which blocks, in which order; one may be uploaded and not be wanted.
    static byte[] Join(Entry entry, XDocument list) =>
        [.. list.Root!.Elements().SelectMany(x => entry.Blocks[x.Value])];

    // Azure answers x-ms-range as well as Range; the client sends the first.
    static async Task SendAsync(HttpListenerContext context, byte[] content)
    {
        var range = context.Request.Headers["x-ms-range"] ?? context.Request.Headers["Range"];
        var (from, to) = range is null ? (0, content.Length) : Bounds(range, content.Length);
        if (range is not null && from >= content.Length)
        {
            context.Response.StatusCode = 416;
            return;
        }

        context.Response.StatusCode = range is null ? 200 : 206;
        if (range is not null)
            context.Response.Headers["Content-Range"] = $"bytes {from}-{to - 1}/{content.Length}";
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength64 = to - from;
        if (context.Request.HttpMethod == "GET")
            await context.Response.OutputStream.WriteAsync(content.AsMemory(from, to - from));
    }

    static (int From, int To) Bounds(string range, int length)
    {
        var ends = range["bytes=".Length..].Split('-');
        return (int.Parse(ends[0]), ends[1].Length == 0 ? length : Math.Min(length, int.Parse(ends[1]) + 1));
    }
}

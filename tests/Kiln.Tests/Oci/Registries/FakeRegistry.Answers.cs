using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kiln.Oci;

namespace Kiln.Tests.Oci.Registries;

sealed partial class FakeRegistry
{
    public static async Task AnswerAsync(
        HttpListenerContext context, int status, string body = "", string type = "application/json")
    {
        // What is left of a body would be taken for the next request on this connection.
        await context.Request.InputStream.CopyToAsync(Stream.Null);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (context.Request.HttpMethod != "HEAD")
        {
            // Without a length the listener ends the body in a packet of its own, which a fast client takes for the next answer.
            var bytes = Encoding.UTF8.GetBytes(body);
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
        }

        context.Response.Close();
    }

    public static Task Hang(HttpListenerContext context) => Task.Delay(Timeout.Infinite);

    public static Task Redirect(HttpListenerContext context, string target)
    {
        context.Response.RedirectLocation = target;
        return AnswerAsync(context, 307);
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        if (path == "/v2/")
            context.Response.ContentType = "application/json";
        else if (path.Contains("/blobs/uploads/"))
            await UploadAsync(context, path);
        else if (path.Contains("/blobs/"))
            await SendAsync(context, "application/octet-stream", Blobs.GetValueOrDefault(path.Split('/')[^1]));
        else if (path.Contains("/manifests/") && context.Request.HttpMethod == "PUT")
            await StoreManifestAsync(context, path);
        else if (path.Contains("/manifests/"))
            await SendManifestAsync(context, path);
        else if (path.Contains("/referrers/") && KnowsReferrers)
            await SendAsync(context, MediaTypes.OciIndex, Referrers(path.Split('/')[^1]));
        else
            context.Response.StatusCode = 404;
    }

    // As in the distribution specification 1.1, "Listing Referrers".
    byte[] Referrers(string subject)
    {
        var found = Manifests.Values.DistinctBy(x => Digest.OfBytes(x.Bytes)).Select(x => (x.Bytes, Json: JsonNode.Parse(x.Bytes)!))
            .Where(x => (string?)x.Json["subject"]?["digest"] == subject)
            .Select(x => (JsonNode)new JsonObject
            {
                ["mediaType"] = MediaTypes.OciManifest,
                ["digest"] = Digest.OfBytes(x.Bytes).ToString(),
                ["size"] = x.Bytes.Length,
                ["artifactType"] = (string?)(ListsConfigurations ? x.Json["config"]!["mediaType"] : x.Json["artifactType"]),
                ["annotations"] = x.Json["annotations"]?.DeepClone(),
            });
        return Encoding.UTF8.GetBytes(
            new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = MediaTypes.OciIndex, ["manifests"] = new JsonArray([.. found]) }.ToJsonString());
    }

    async Task SendManifestAsync(HttpListenerContext context, string path)
    {
        var (type, bytes) = Manifests.GetValueOrDefault(path);
        if (bytes is not null)
            context.Response.Headers["Docker-Content-Digest"] = Digest.OfBytes(bytes).ToString();
        await SendAsync(context, type, bytes);
    }

    async Task StoreManifestAsync(HttpListenerContext context, string path)
    {
        var bytes = await ReadAsync(context);
        var digest = Digest.OfBytes(bytes).ToString();
        Manifests[path] = (context.Request.ContentType!, bytes);
        Manifests[path[..(path.LastIndexOf('/') + 1)] + digest] = Manifests[path];
        context.Response.Headers["Docker-Content-Digest"] = digest;
        if (KnowsReferrers && (string?)JsonNode.Parse(bytes)!["subject"]?["digest"] is { } subject)
            context.Response.Headers["OCI-Subject"] = subject;
        context.Response.StatusCode = 201;
    }

    async Task UploadAsync(HttpListenerContext context, string path)
    {
        var id = path.Split('/')[^1];
        if (context.Request.HttpMethod == "POST")
            Uploads[id = Guid.NewGuid().ToString("N")] = new MemoryStream();
        else if (context.Request.HttpMethod != "GET")
            await context.Request.InputStream.CopyToAsync(Uploads[id]);

        if (context.Request.HttpMethod == "PUT")
            Blobs[context.Request.QueryString["digest"]!] = Uploads[id].ToArray();
        context.Response.Headers["Location"] = $"{path[..(path.LastIndexOf('/') + 1)]}{id}?state=x";
        context.Response.Headers["Range"] = $"0-{Math.Max(0, Uploads[id].Length - 1)}";
        context.Response.StatusCode = context.Request.HttpMethod switch { "PUT" => 201, "GET" => 204, _ => 202 };
    }

    static async Task SendAsync(HttpListenerContext context, string? type, byte[]? bytes)
    {
        context.Response.StatusCode = bytes is null ? 404 : 200;
        if (bytes is null)
            return;
        context.Response.ContentType = type;
        context.Response.ContentLength64 = bytes.Length;
        if (context.Request.HttpMethod != "HEAD")
            await context.Response.OutputStream.WriteAsync(bytes);
    }

    public static async Task<byte[]> ReadAsync(HttpListenerContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

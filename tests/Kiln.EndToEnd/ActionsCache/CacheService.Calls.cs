using System.Net;
using System.Text.Json.Nodes;

namespace Kiln.EndToEnd.ActionsCache;

sealed partial class CacheService
{
    async Task AnswerCallAsync(HttpListenerContext context, string call)
    {
        var request = JsonNode.Parse(await ReadAsync(context))!;
        var key = (string)request["key"]!;
        var version = (string)request["version"]!;
        var grants = Grant.In(context.Request.Headers["Authorization"]);
        Requests.Enqueue($"{call} {key}");
        var (status, answer) = Faults.Strike(call) is { } fault ? (fault, Error("internal", "a fault on demand")) : call switch
        {
            "CreateCacheEntry" => Create(grants, key, version),
            "FinalizeCacheEntryUpload" => Finish(grants, key, version),
            "GetCacheEntryDownloadURL" => Find(grants, key, [.. request["restore_keys"]!.AsArray().Select(x => (string)x!)], version),
            _ => (404, Error("bad_route", call)),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }

    // A denied write is no error of Twirp's; the reason stands in the answer (actions/toolkit pull request 2429).
    (int, JsonObject) Create(Grant[] grants, string key, string version)
    {
        if (grants.FirstOrDefault(x => x.Writes) is not { } own)
            return (200, new JsonObject { ["ok"] = false, ["message"] = "cache write denied: token has no writable scopes" });
        return _store.Reserve(own.Scope, key, version) is { } entry
            ? (200, new JsonObject { ["ok"] = true, ["signed_upload_url"] = AddressOf(entry) })
            : (409, Error("already_exists", "cache entry with the same key, version, and scope already exists"));
    }

    (int, JsonObject) Finish(Grant[] grants, string key, string version) =>
        grants.FirstOrDefault(x => x.Writes) is { } own && _store.Finish(own.Scope, key, version) is { } entry
            ? (200, new JsonObject { ["ok"] = true, ["entry_id"] = entry.Id })
            : (404, Error("not_found", "cache entry not found"));

    // A denied read is one (actions/toolkit pull request 2447).
    (int, JsonObject) Find(Grant[] grants, string key, string[] beginnings, string version)
    {
        var scopes = grants.Where(x => x.Reads).Select(x => x.Scope).ToArray();
        if (scopes.Length == 0)
            return (403, Error("permission_denied", "cache read denied: token has no readable scopes"));
        return _store.Find(scopes, key, beginnings, version) is { } entry
            ? (200, new JsonObject { ["ok"] = true, ["signed_download_url"] = AddressOf(entry), ["matched_key"] = entry.Key })
            : (200, new JsonObject { ["ok"] = false });
    }

    string AddressOf(Entry entry) => $"{Address}blobs/{entry.Id}?sig={entry.Signature}";

    static JsonObject Error(string code, string message) => new() { ["code"] = code, ["msg"] = message };
}

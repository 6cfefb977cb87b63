using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>A bake file as JSON. Keys and values are escaped: bake would take <c>${…}</c> and <c>%{…}</c> in them for templates.</summary>
public sealed record BakeDefinition(ValueList<BakeTarget> Targets)
{
    /// <summary>The file's text; equal targets give equal text.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            WriteVariables(json);
            json.WriteStartObject("target");
            foreach (var target in Targets)
                Write(json, target);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What a solve of these targets comprises: them, and those that they are made from.</summary>
    internal BakeDefinition Only(IEnumerable<string> names)
    {
        var wanted = names.ToHashSet();
        wanted.UnionWith(BasesOf(wanted));
        return new BakeDefinition(Targets.Where(x => wanted.Contains(x.Name)).ToValueList());
    }

    /// <summary>All targets that these are made from, directly or not.</summary>
    internal IReadOnlySet<string> BasesOf(IEnumerable<string> names)
    {
        var all = Targets.ToLookup(x => x.Name);
        var found = new HashSet<string>();
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            foreach (var from in all[name].SelectMany(x => x.BaseTargets).Where(x => all.Contains(x) && found.Add(x)))
                open.Push(from);
        }

        return found;
    }

    /// <summary>The variable that holds the value of a hidden argument: it is in no file, and bake takes it from its environment.</summary>
    internal static string VariableOf(string argument) => $"KILN_ARG_{argument}";

    void WriteVariables(Utf8JsonWriter json)
    {
        var hidden = Targets.SelectMany(x => x.HiddenArgs).Distinct().ToArray();
        if (hidden.Length == 0)
            return;
        json.WriteStartObject("variable");
        foreach (var name in hidden)
        {
            json.WriteStartObject(VariableOf(name));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, BakeTarget target)
    {
        json.WriteStartObject(target.Name);
        json.WriteString("context", Literal(target.Context));
        json.WriteString("dockerfile", Literal(target.Dockerfile));
        WriteMap(json, "contexts", target.Contexts);
        WriteList(json, "cache-from", target.CacheFrom.Select(x => x.ToString()));
        WriteList(json, "cache-to", target.CacheTo.Select(x => x.ToString()));
        if (target.Stage is { } stage)
            json.WriteString("target", Literal(stage));
        WriteList(json, "platforms", target.Platforms.Select(x => x.ToString()));
        WriteArguments(json, target);
        WriteMap(json, "labels", target.Labels);
        WriteList(json, "annotations", AnnotationsOf(target));
        WriteSteps(json, target);
        WriteNetwork(json, target);
        WriteOutput(json, target);
        foreach (var (name, value) in target.Extra)
        {
            json.WritePropertyName(Literal(name));
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
    }

    // A single platform gives no index, and buildx refuses annotations for one.
    static IEnumerable<string> AnnotationsOf(BakeTarget target) =>
        target.Annotations.Select(x => $"{(target.Platforms.Count > 1 ? "index,manifest" : "manifest")}:{x.Key}={x.Value}");

    // What steps are given while they run; none of it ends up in the image.
    static void WriteSteps(Utf8JsonWriter json, BakeTarget target)
    {
        WriteList(json, "secret", target.Secrets.Select(FieldsOf));
        WriteList(json, "ssh", target.Ssh);
        WriteMap(json, "extra-hosts", target.ExtraHosts);
        if (target.SharedMemory is { } bytes)
            json.WriteString("shm-size", bytes.ToString(CultureInfo.InvariantCulture));
        WriteList(json, "ulimits", target.ProcessLimits.Select(x => $"{x.Key}={x.Value}"));
        WriteList(json, "no-cache-filter", target.UncachedStages);
    }

    // As text and not as an object: only newer buildx takes objects. A path may hold commas and quotes (RFC 4180).
    static string FieldsOf(BuildSecret secret)
    {
        string[] fields = secret switch
        {
            BuildSecret.File file => ["type=file", $"id={file.Id}", $"src={file.Path}"],
            BuildSecret.Variable variable => ["type=env", $"id={variable.Id}", $"env={variable.Name}"],
            _ => throw new InvalidOperationException($"{secret.Id} is no secret."),
        };
        return CommaSeparated.Write(fields);
    }

    static void WriteArguments(Utf8JsonWriter json, BakeTarget target)
    {
        if (target.Args.Count + target.HiddenArgs.Count == 0)
            return;
        json.WriteStartObject("args");
        foreach (var (key, value) in target.Args)
            json.WriteString(Literal(key), Literal(value));
        foreach (var name in target.HiddenArgs.Where(x => !target.Args.ContainsKey(x)))
            json.WriteString(name, $"${{{VariableOf(name)}}}");
        json.WriteEndObject();
    }

    static void WriteNetwork(Utf8JsonWriter json, BakeTarget target)
    {
        if (target.Network != BuildNetwork.Default)
            json.WriteString("network", target.Network == BuildNetwork.Host ? "host" : "none");
        WriteList(json, "entitlements", EntitlementsOf(target).Select(x => x.Name));
    }

    /// <summary>Those that it names, and the one that its network needs.</summary>
    internal static IEnumerable<Entitlement> EntitlementsOf(BakeTarget target) =>
        (target.Network == BuildNetwork.Host ? target.Entitlements.Prepend(Entitlement.HostNetwork) : target.Entitlements).Distinct();

    static void WriteOutput(Utf8JsonWriter json, BakeTarget target)
    {
        json.WriteStartArray("output");
        json.WriteStartObject();
        if (target.LayoutFolder is { } folder)
            WriteLayout(json, folder, target.IsReproducible);
        else
            json.WriteString("type", "cacheonly");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteLayout(Utf8JsonWriter json, string folder, bool isReproducible)
    {
        json.WriteString("type", "oci");
        json.WriteString("dest", Literal(folder));
        json.WriteString("tar", "false");
        if (!isReproducible)
            return;
        json.WriteString("rewrite-timestamp", "true");
        json.WriteString("source-date-epoch", Reproducibility.Epoch);
    }

    static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var items = values.Select(Literal).ToArray();
        if (items.Length == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    static void WriteMap(Utf8JsonWriter json, string name, ValueMap<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
            json.WriteString(Literal(key), Literal(value));
        json.WriteEndObject();
    }

    internal static string Literal(string text) => text.Replace("${", "$${").Replace("%{", "%%{");
}

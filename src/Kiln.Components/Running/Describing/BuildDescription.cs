using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>A build as JSON, read by reflection so that it says the same on either engine.</summary>
static class BuildDescription
{
    const int Version = 2;

    internal static string Of(IHazImages build, IReadOnlyCollection<string> planned)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            WriteImages(json, build.Images);
            WriteNames(json, "registries", build is IHazRegistries { Registries: var places } ? places.Select(x => x.ToString()) : []);
            var targets = DescribedTargets.Of(build);
            WriteTargets(json, targets);
            if (planned.Count > 0)
                WriteNames(json, "plan", targets.PlanOf(planned));
            WriteParameters(json, build);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void WriteImages(Utf8JsonWriter json, IEnumerable<ImageSpec> images)
    {
        json.WriteStartArray("images");
        foreach (var image in images)
        {
            json.WriteStartObject();
            json.WriteString("name", image.Name);
            json.WriteString("context", image.Context);
            if (image.InlineDockerfile is { } text)
                json.WriteString("inlineDockerfile", text);
            else
                json.WriteString("dockerfile", image.DockerfilePath);
            if (image.Stage is { } stage)
                json.WriteString("stage", stage);
            WriteNames(json, "platforms", image.Platforms.Select(x => x.ToString()));
            WriteNames(json, "tags", image.Tags.Select(x => x.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteTargets(Utf8JsonWriter json, DescribedTargets targets)
    {
        json.WriteStartArray("targets");
        foreach (var target in targets.All)
        {
            json.WriteStartObject();
            json.WriteString("name", target.Name);
            json.WriteString("description", target.Description);
            json.WriteBoolean("listed", target.IsListed);
            WriteNames(json, "dependsOn", target.DependsOn);
            WriteNames(json, "after", target.After);
            WriteNames(json, "triggers", target.Triggers);
            WriteNames(json, "produces", target.Produces);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteParameters(Utf8JsonWriter json, INukeBuild build)
    {
        json.WriteStartArray("parameters");
        foreach (var (member, attribute) in ParametersOf(build.GetType()))
        {
            var name = attribute.Name ?? member.Name;
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("argument", $"--{Dashed(name)}");
            json.WriteString("variable", Dashed(name).Replace('-', '_').ToUpperInvariant());
            json.WriteString("kind", KindOf(member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType));
            json.WriteBoolean("secret", member.IsDefined(typeof(SecretAttribute)));
            if (ParameterDefault.TryFind(build, member, attribute, out var value))
                WriteNode(json, "default", value);
            json.WriteString("description", attribute.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteNode(Utf8JsonWriter json, string name, JsonNode? value)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }

    // As NUKE takes them: 'OnlyImages' is --only-images and ONLY_IMAGES.
    static string Dashed(string name) => string.Concat(name.Select((x, i) =>
        char.IsUpper(x) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))) ? $"-{char.ToLowerInvariant(x)}" : $"{char.ToLowerInvariant(x)}"));

    // What may be left unsaid is of no other kind.
    static string KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name;

    static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal static IEnumerable<string> TargetsOf(Type build) =>
        TargetPropertiesOf(build).Select(NameOf).Distinct().Order(StringComparer.Ordinal);

    internal static IEnumerable<PropertyInfo> TargetPropertiesOf(Type build) =>
        MembersOf(build).OfType<PropertyInfo>().Where(x => x.PropertyType == typeof(Target));

    // An explicit one is called after its interface too.
    internal static string NameOf(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    static IEnumerable<(MemberInfo Member, ParameterAttribute Attribute)> ParametersOf(Type build) => MembersOf(build)
        .Where(x => x.DeclaringType != typeof(NukeBuild) && x.DeclaringType != typeof(INukeBuild))
        .Select(x => (Member: x, Attribute: x.GetCustomAttribute<ParameterAttribute>()))
        .Where(x => x.Attribute is not null)
        .Select(x => (x.Member, x.Attribute!))
        .DistinctBy(x => x.Item2.Name ?? x.Member.Name)
        .OrderBy(x => x.Item2.Name ?? x.Member.Name, StringComparer.Ordinal);

    static IEnumerable<MemberInfo> MembersOf(Type build)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return build.GetInterfaces().Prepend(build).SelectMany(x => x.GetMembers(all))
            .Where(x => x.MemberType is MemberTypes.Property or MemberTypes.Field);
    }
}

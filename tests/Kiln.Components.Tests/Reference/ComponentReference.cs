using System.Reflection;
using System.Text;
using System.Text.Json;
using Kiln.Components.Running.Describing;
using Nuke.Common;

namespace Kiln.Components.Tests.Reference;

/// <summary>The page that lists all components with their target, facts, parameters and settings.</summary>
static class ComponentReference
{
    const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    static readonly Assembly Components = typeof(IContainerPipeline).Assembly;
    static readonly XmlSummaries Summaries = new(Components);

    internal static string Page()
    {
        var described = JsonDocument.Parse(BuildDescription.Of(new SmallBuild(), [])).RootElement;
        var text = new StringBuilder("# Components\n\nMade of the sources by the tests; `UPDATE_SNAPSHOTS=1` writes it anew. A build inherits what it needs, or `IContainerPipeline`, which is all of them.\n");
        foreach (var component in Components.GetExportedTypes().Where(x => x.IsInterface && x.Name != nameof(IContainerPipeline)).OrderBy(x => x.Name.StartsWith("IHaz", StringComparison.Ordinal)).ThenBy(x => x.Name, StringComparer.Ordinal))
            Append(text, component, described);
        return text.ToString();
    }

    static void Append(StringBuilder text, Type component, JsonElement described)
    {
        var properties = component.GetProperties(Declared).OrderBy(x => x.Name, StringComparer.Ordinal).ToArray();
        text.Append($"\n## {component.Name}\n\n{Summaries.Of(component)}\n");
        if (Parents(component) is { Length: > 0 } parents)
            text.Append($"\nInherits {string.Join(", ", parents.Select(x => $"`{x}`"))}.\n");
        foreach (var target in properties.Where(x => x.PropertyType == typeof(Target)))
            AppendTarget(text, target, described);
        MarkdownTable.Append(text, ["parameter", "variable", "kind", "meaning"], properties.Where(IsParameter).Select(x => ParameterRow(x, described)));
        MarkdownTable.Append(text, ["setting", "of", "meaning"], properties.Where(IsSetting).Select(x => (string[])[$"`{x.Name}`", $"[`{x.PropertyType.GetGenericArguments()[0].Name}`](settings.md#{x.PropertyType.GetGenericArguments()[0].Name.ToLowerInvariant()})", Summaries.Of(x)]));
        MarkdownTable.Append(text, ["fact", "type", "meaning"], properties.Where(x => !IsParameter(x) && !IsSetting(x) && x.PropertyType != typeof(Target) && !x.Name.EndsWith("SettingsBase", StringComparison.Ordinal))
            .Select(x => (string[])[$"`{x.Name}`", $"`{TypeText.Of(x.PropertyType)}`", Summaries.Of(x)]));
    }

    static void AppendTarget(StringBuilder text, PropertyInfo property, JsonElement described)
    {
        var target = described.GetProperty("targets").EnumerateArray().Single(x => x.GetProperty("name").GetString() == property.Name);
        var before = target.GetProperty("dependsOn").EnumerateArray().Select(x => $"`{x.GetString()}`").ToArray();
        text.Append($"\nTarget `{property.Name}`: {target.GetProperty("description").GetString()}. {Summaries.Of(property)}");
        text.Append(before.Length == 0 ? "\n" : $" Runs after {string.Join(", ", before)}.\n");
    }

    static string[] ParameterRow(PropertyInfo property, JsonElement described)
    {
        var parameter = described.GetProperty("parameters").EnumerateArray().Single(x => x.GetProperty("name").GetString() == property.Name);
        return [$"`{parameter.GetProperty("argument").GetString()}`", $"`{parameter.GetProperty("variable").GetString()}`",
            parameter.GetProperty("secret").GetBoolean() ? "secret" : parameter.GetProperty("kind").GetString()!, $"{parameter.GetProperty("description").GetString()}."];
    }

    static bool IsParameter(PropertyInfo property) => property.IsDefined(typeof(ParameterAttribute));

    static bool IsSetting(PropertyInfo property) => property.PropertyType.Name.StartsWith("Configure`", StringComparison.Ordinal) && property.Name.EndsWith("Settings", StringComparison.Ordinal);

    // Those that no other one brings along.
    static string[] Parents(Type component)
    {
        var all = component.GetInterfaces().Where(x => x.Name != "INukeBuild").ToArray();
        return [.. all.Where(x => !all.Any(y => y != x && x.IsAssignableFrom(y))).Select(x => x.Name).Order(StringComparer.Ordinal)];
    }
}

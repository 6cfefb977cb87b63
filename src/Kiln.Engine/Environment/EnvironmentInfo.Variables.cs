using System.Collections;
using System.Collections.ObjectModel;
using System.Text.RegularExpressions;

namespace Nuke.Common;

partial class EnvironmentInfo
{
    public static ReadOnlyDictionary<string, string> Variables =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(x => (string)x.Key, x => (string?)x.Value ?? "").AsReadOnly();

    public static IReadOnlyCollection<string> Paths =>
        [
            .. (GetVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(ExpandVariables),
        ];

    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    public static string? GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    public static T? GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } value ? VariableConversion.To<T>(value, separator) : default;

    public static void SetVariable(string name, string? value) =>
        Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, value?.ToString());

    public static void RemoveVariable(string name) => SetVariable(name, value: null);

    public static string ExpandVariables(string value) =>
        IsWin ? Environment.ExpandEnvironmentVariables(value) : ExpandLikeShell(value);

    private static string ExpandLikeShell(string value)
    {
        var home = Regex.Replace(value, "^~", _ => GetVariable("HOME") ?? "");
        return Regex.Replace(home, @"\$([A-Za-z_][A-Za-z0-9_]*)", x => GetVariable(x.Groups[1].Value) ?? "");
    }
}

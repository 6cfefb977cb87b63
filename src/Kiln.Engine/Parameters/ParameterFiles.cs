using System.Text.Json;
using Nuke.Common.IO;

namespace Kiln.Engine.Parameters;

/// <summary>
/// <c>.nuke/parameters.json</c> and the files of the chosen profiles. The last profile wins, the default file is
/// last.
/// </summary>
sealed class ParameterFiles
{
    public const string DefaultProfile = "$default";

    readonly List<ParameterFile> _files = [];

    public ParameterFiles(AbsolutePath nukeDirectory, IEnumerable<string> profiles)
    {
        var defaultFile = nukeDirectory / "parameters.json";
        if (File.Exists(defaultFile))
            _files.Add(ParameterFile.Read(defaultFile, DefaultProfile));

        foreach (var profile in profiles)
        {
            var file = nukeDirectory / $"parameters.{profile}.json";
            if (!File.Exists(file))
                throw new UsageException($"Expected file to exist: {file} (profile '{profile}').");

            _files.Add(ParameterFile.Read(file, profile));
        }

        _files.Reverse();
    }

    /// <summary>Names in files are matched with case.</summary>
    public (ParameterFile File, JsonElement Value)? Find(string name)
    {
        foreach (var file in _files)
        {
            if (file.Root.TryGetProperty(name, out var value))
                return value.ValueKind == JsonValueKind.Null ? null : (file, value);
        }

        return null;
    }
}

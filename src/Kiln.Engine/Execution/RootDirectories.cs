using Kiln.Engine.Parameters;
using Nuke.Common.IO;

namespace Kiln.Engine.Execution;

/// <summary>Finds the root of a repository: the directory that holds <c>.nuke</c>.</summary>
static class RootDirectories
{
    public const string NukeDirectory = ".nuke";

    public static AbsolutePath Find(ParameterSources sources, AbsolutePath workingDirectory)
    {
        if (sources.Find<AbsolutePath>(BuiltIn.Root) is { } given)
            return given;

        return sources.CommandLine.Find(BuiltIn.Root) is null ? WalkUp(workingDirectory) : workingDirectory;
    }

    static AbsolutePath WalkUp(AbsolutePath workingDirectory)
    {
        // ~/.nuke belongs to NUKE's global tool and marks no repository.
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        for (var directory = new DirectoryInfo(workingDirectory); directory is not null; directory = directory.Parent)
        {
            var mark = Path.Combine(directory.FullName, NukeDirectory);
            if (directory.FullName == home)
                continue;
            if (Directory.Exists(mark))
                return directory.FullName;
            if (File.Exists(mark))
                throw new UsageException(
                    $"The old-style .nuke configuration is no longer supported: '{mark}' must be a directory.");
        }

        throw new UsageException(
            $"Could not locate '.nuke' directory while walking up from '{workingDirectory}'. " +
            "Either create a directory to mark the root directory, or add '--root [path]' to the invocation.");
    }
}

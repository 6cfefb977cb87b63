using Kiln.Engine.Parameters;
using Nuke.Common.IO;

namespace Kiln.Engine.Execution;

/// <summary>Finds the project that the build was compiled from.</summary>
static class BuildProject
{
    public static AbsolutePath? Find(AbsolutePath? assemblyDirectory)
    {
        if (assemblyDirectory is null)
            return null;

        for (var directory = new DirectoryInfo(assemblyDirectory); directory is not null; directory = directory.Parent)
        {
            var projects = directory.GetFiles("*.csproj");
            if (projects.Length > 1)
                throw new UsageException($"Found multiple project files in '{directory}'.");
            if (projects is [var only])
                return only.FullName;
        }

        return null;
    }
}

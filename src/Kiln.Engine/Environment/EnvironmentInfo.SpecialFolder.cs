using Nuke.Common.IO;

namespace Nuke.Common;

partial class EnvironmentInfo
{
    /// <summary>The folder, or <c>null</c> where this system has none.</summary>
    public static AbsolutePath? SpecialFolder(SpecialFolders folder)
    {
        var path = Environment.GetFolderPath((Environment.SpecialFolder)folder);
        return path.Length == 0 ? null : (AbsolutePath)path;
    }
}

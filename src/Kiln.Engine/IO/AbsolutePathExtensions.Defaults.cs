using System.Text;

namespace Nuke.Common.IO;

// Fields that anybody may set are NUKE's contract; builds use them to choose for all files at once.
partial class AbsolutePathExtensions
{
    public static Encoding DefaultEncoding = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true);

    public static PlatformFamily? DefaultLineBreakType = EnvironmentInfo.Platform;

    public static bool DefaultEofLineBreak = true;
}

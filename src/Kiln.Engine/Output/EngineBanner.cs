using Kiln.Primitives;

namespace Kiln.Engine.Output;

static class EngineBanner
{
    public static string Text
        => $"Kiln Engine {KilnVersion.Text} (NUKE API 10.1.0)";
}

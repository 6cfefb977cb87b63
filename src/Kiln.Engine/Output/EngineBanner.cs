namespace Kiln.Engine.Output;

static class EngineBanner
{
    public static string Text
        => $"Kiln Engine {typeof(EngineBanner).Assembly.GetName().Version!.ToString(3)} (NUKE API 10.1.0)";
}

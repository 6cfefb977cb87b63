namespace Kiln.Engine.Tests;

internal static class Printed
{
    /// <summary>What the action writes to the console, character for character.</summary>
    public static string By(Action action)
    {
        var former = Console.Out;
        using var writer = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(writer);
            action.Invoke();
            return writer.ToString();
        }
        finally
        {
            Console.SetOut(former);
        }
    }
}

namespace Kiln.Contracts.Arrows.Specimens;

/// <summary>Names a socket in a signature only.</summary>
internal abstract class Signature
{
    public abstract void Take(HttpClient client);
}

/// <summary>Names a socket in a method's body only.</summary>
internal static class Body
{
    public static string Make()
    {
        using var client = new HttpClient();
        return client.ToString()!;
    }
}

/// <summary>Names a socket where the compiler makes a type of its own.</summary>
internal static class AsyncLambda
{
    public static Func<Task<string>> Make() => async () =>
    {
        using var client = new HttpClient();
        await Task.Yield();
        return client.ToString()!;
    };
}

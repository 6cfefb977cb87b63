namespace Kiln.Engine.Tests;

/// <summary>Sets variables of the process and puts the former values back at the end.</summary>
internal sealed class ChangedVariables : IDisposable
{
    private readonly Dictionary<string, string?> _former = [];

    public string? this[string name]
    {
        set
        {
            _former.TryAdd(name, System.Environment.GetEnvironmentVariable(name));
            System.Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _former)
            System.Environment.SetEnvironmentVariable(name, value);
    }
}

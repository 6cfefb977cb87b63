namespace Kiln.Engine;

/// <summary>Runs an action when disposed; the counterpart of whatever was begun.</summary>
sealed class Disposable(Action? end) : IDisposable
{
    public static IDisposable Nothing { get; } = new Disposable(null);

    public void Dispose() => end?.Invoke();
}

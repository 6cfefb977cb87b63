using System.Text.Json;
using Kiln.Buildx.Progress;
using Spectre.Console;

namespace Kiln.Reporting.Terminal;

/// <summary>
/// Shows a solve on a terminal, in place, until it ends; then nothing of it stays. Only what is here needs Spectre.Console, and
/// nothing is here that another view needs, so that the library is not even loaded for those.
/// </summary>
sealed class LiveProgress : IProgressView
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    readonly LiveState _state;
    readonly TimeProvider _time;
    readonly DateTimeOffset _begin;
    readonly TaskCompletionSource _isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _drawing;

    LiveProgress(LiveState state, IAnsiConsole console, TimeProvider time)
    {
        (_state, _time, _begin) = (state, time, time.GetUtcNow());
        _drawing = Task.Run(() => DrawAsync(console));
    }

    internal static IProgressView Begin(BuildLog log, StepGroup groups) => Begin(log, groups, AnsiConsole.Console, TimeProvider.System);

    internal static LiveProgress Begin(BuildLog log, StepGroup groups, IAnsiConsole console, TimeProvider time) =>
        new(new LiveState(log, groups), console, time);

    public void Take(JsonElement status) => _state.Take(status);

    public void TakeText(string line) { }

    public async ValueTask DisposeAsync()
    {
        _isOver.TrySetResult();
        await _drawing;
    }

    async Task DrawAsync(IAnsiConsole console)
    {
        try
        {
            await console.Live(Frame(console)).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async context =>
            {
                while (!_isOver.Task.IsCompleted)
                {
                    context.UpdateTarget(Frame(console));
                    await Task.WhenAny(_isOver.Task, Task.Delay(Pause));
                }
            });
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or ArgumentException)
        {
            // A terminal that went away or shrank to nothing: the build goes on, and its log is on disk.
        }
    }

    Spectre.Console.Rendering.IRenderable Frame(IAnsiConsole console)
    {
        var now = _time.GetUtcNow();
        return LiveFrame.Of(_state.At(now), now - _begin, console.Profile.Height);
    }
}

using System.Runtime.InteropServices;

namespace Kiln.Processes;

/// <summary>
/// All trees that one runner has running. While there are any, the signals that end a build end them first: .NET calls the
/// handler that was registered last first, so this works under any host, also one that does nothing itself.
/// </summary>
sealed class LiveTrees(TimeSpan grace)
{
    readonly Lock _lock = new();
    readonly HashSet<ProcessTree> _trees = [];
    IDisposable[] _registrations = [];

    public void Add(ProcessTree tree)
    {
        lock (_lock)
        {
            if (_trees.Add(tree) && _trees.Count == 1)
                Listen();
        }
    }

    public void Remove(ProcessTree tree)
    {
        IDisposable[] unused = [];
        lock (_lock)
        {
            if (_trees.Remove(tree) && _trees.Count == 0)
                (unused, _registrations) = (_registrations, []);
        }

        foreach (var registration in unused)
            registration.Dispose();
    }

    void Listen()
    {
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations =
        [
            .. signals.Select(x => PosixSignalRegistration.Create(x, _ => EndAll(grace))),
            ProcessExit.Register(() => EndAll(TimeSpan.Zero)),
        ];
    }

    // Blocks: after the last handler the system ends this process, unless a host decided otherwise.
    void EndAll(TimeSpan grace)
    {
        ProcessTree[] trees;
        lock (_lock)
            trees = [.. _trees];

        foreach (var again in trees.Where(x => x.IsEnding))
            again.Hurry();
        Task.WaitAll([.. trees.Select(x => x.EndAsync(grace))]);
    }

    /// <summary>The build ends in some other way while programs run, for instance by <see cref="Environment.Exit"/>.</summary>
    sealed class ProcessExit : IDisposable
    {
        readonly EventHandler _handler;

        ProcessExit(Action action)
        {
            _handler = (_, _) => action();
            AppDomain.CurrentDomain.ProcessExit += _handler;
        }

        public static ProcessExit Register(Action action) => new(action);

        public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= _handler;
    }
}

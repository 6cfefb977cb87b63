namespace Kiln.Buildx.Progress;

/// <summary>Shows a solve while it runs; disposing it ends the view, however the solve ended.</summary>
interface IProgressView : ISolveListener, IAsyncDisposable;

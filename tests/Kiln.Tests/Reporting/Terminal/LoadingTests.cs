using System.Reflection;
using System.Runtime.Loader;
using Kiln.Buildx;
using Kiln.Buildx.Progress;

namespace Kiln.Tests.Reporting.Terminal;

/// <summary>Kiln once more, in a context that takes note of what is loaded for it.</summary>
public sealed class LoadingTests
{
    [Theory]
    [InlineData(nameof(ProgressStyle.Lines), false)]
    [InlineData(nameof(ProgressStyle.GitHubGroups), false)]
    [InlineData(nameof(ProgressStyle.GitLabSections), false)]
    [InlineData(nameof(ProgressStyle.Live), true)]
    public async Task Spectre_Console_is_loaded_for_the_live_view_alone(string style, bool isLoaded)
    {
        var context = new NotingContext();
        var kiln = context.LoadFromAssemblyPath(typeof(BuildLog).Assembly.Location);

        await BeginAndEndAsync(kiln, style);

        Assert.Equal(isLoaded, context.Loaded.Contains("Spectre.Console"));
    }

    static async Task BeginAndEndAsync(Assembly kiln, string style)
    {
        var begin = kiln.GetType(typeof(ProgressViews).FullName!)!.GetMethod(nameof(ProgressViews.Begin), BindingFlags.Static | BindingFlags.NonPublic)!;
        var log = Activator.CreateInstance(kiln.GetType(typeof(BuildLog).FullName!)!);
        var definition = kiln.GetType(typeof(BakeDefinition).FullName!)!;
        var noTargets = Activator.CreateInstance(definition.GetProperty(nameof(BakeDefinition.Targets))!.PropertyType);
        var solved = Activator.CreateInstance(definition, noTargets);
        var groups = Activator.CreateInstance(kiln.GetType(typeof(StepGroup).FullName!)!, [solved, null]);
        var view = begin.Invoke(null, [Enum.Parse(kiln.GetType(typeof(ProgressStyle).FullName!)!, style), log, groups, null]);
        await ((IAsyncDisposable)view!).DisposeAsync();
    }

    sealed class NotingContext() : AssemblyLoadContext("noting")
    {
        public HashSet<string> Loaded { get; } = [];

        // What is Kiln's own to load is found beside it; null leaves the rest to the runtime.
        protected override Assembly? Load(AssemblyName name)
        {
            Loaded.Add(name.Name!);
            var file = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}

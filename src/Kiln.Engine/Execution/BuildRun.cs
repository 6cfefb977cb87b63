using System.Reflection;
using Kiln.Engine.Hosts;
using Kiln.Engine.Output;
using Kiln.Engine.Output.Logging;
using Kiln.Engine.Parameters;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Kiln.Engine.Execution;

/// <summary>
/// One run of a build with all of its state. <see cref="NukeBuild"/>'s static members are facades over
/// <see cref="Current"/>; what they ask for is found when it is first asked for.
/// </summary>
sealed class BuildRun
{
    static BuildRun? _current;

    readonly Assembly? _buildAssembly;
    readonly Lazy<AbsolutePath> _rootDirectory;
    readonly Lazy<AbsolutePath> _temporaryDirectory;
    readonly Lazy<AbsolutePath?> _buildProjectFile;
    readonly Lazy<string[]> _profiles;
    Verbosity? _verbosity;
    Host? _host;

    public BuildRun(RunEnvironment environment, Assembly? buildAssembly)
    {
        Environment = environment;
        Sources = new(new(environment.Arguments), new(environment.Variables));
        Parameters = new(Sources, Secrets);
        Log = new(this);
        _buildAssembly = buildAssembly;
        _rootDirectory = new(() => RootDirectories.Find(Sources, environment.WorkingDirectory));
        _temporaryDirectory = new(CreateTemporaryDirectory);
        _buildProjectFile = new(() => BuildProject.Find(BuildAssemblyFile?.Parent));
        _profiles = new(() => Sources.Find<string[]>(BuiltIn.Profile) ?? []);
    }

    /// <summary>
    /// The run of this process; outside of a run, for example in a test of a component, one that only knows its
    /// surroundings.
    /// </summary>
    public static BuildRun Current
    {
        get => _current ??= new(RunEnvironment.OfProcess(), Assembly.GetEntryAssembly());
        set => _current = value;
    }

    public RunEnvironment Environment { get; }

    public ParameterSources Sources { get; }

    public ParameterValues Parameters { get; }

    public SecretMask Secrets { get; } = new();

    public RunLog Log { get; }

    public NukeBuild? Build { get; set; }

    public ParameterCatalogue? Catalogue { get; set; }

    public IReadOnlyList<ExecutableTarget> Targets { get; set; } = [];

    public Extensions.ExtensionList Extensions { get; set; } = new([]);

    /// <summary>Set when all was said and nothing is to be run, as after <c>--help</c>.</summary>
    public bool IsAnswered { get; set; }

    public AbsolutePath RootDirectory => _rootDirectory.Value;

    public AbsolutePath NukeDirectory => RootDirectory / RootDirectories.NukeDirectory;

    public AbsolutePath TemporaryDirectory => _temporaryDirectory.Value;

    public AbsolutePath? BuildAssemblyFile => _buildAssembly?.Location is { Length: > 0 } location ? location : null;

    public AbsolutePath? BuildProjectFile => _buildProjectFile.Value;

    public string[] Profiles => _profiles.Value;

    public Verbosity Verbosity
    {
        get => _verbosity ??= Sources.Find<Verbosity?>(nameof(Verbosity)) ?? Verbosity.Normal;
        set
        {
            _verbosity = value;
            Log.UpdateLevel();
        }
    }

    public Host Host
    {
        get => _host ??= Sources.Find<string>(nameof(Host)) is { } name
            ? HostDetection.Create(name)
            : HostDetection.Detect();
        set => _host = value;
    }

    AbsolutePath CreateTemporaryDirectory()
    {
        var directory = NukeDirectory / "temp";
        Directory.CreateDirectory(directory);
        return directory;
    }
}

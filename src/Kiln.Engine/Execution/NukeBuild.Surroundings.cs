#nullable disable
using Kiln.Engine.Execution;
using Kiln.Engine.Parameters;
using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <remarks>The static members are facades over the run; nothing is looked for before it is asked for.</remarks>
partial class NukeBuild
{
    [Parameter("Root directory during build execution.", Name = BuiltIn.Root)]
    public static AbsolutePath RootDirectory => BuildRun.Current.RootDirectory;

    public static AbsolutePath TemporaryDirectory => BuildRun.Current.TemporaryDirectory;

    public static AbsolutePath BuildAssemblyFile => BuildRun.Current.BuildAssemblyFile;

    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile?.Parent;

    public static AbsolutePath BuildProjectFile => BuildRun.Current.BuildProjectFile;

    public static AbsolutePath BuildProjectDirectory => BuildProjectFile?.Parent;

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => BuildRun.Current.Verbosity;
        set => BuildRun.Current.Verbosity = value;
    }

    [Parameter("Host for execution. Default is 'automatic'.")]
    public static Host Host
    {
        get => BuildRun.Current.Host;
        set => BuildRun.Current.Host = value;
    }

    [Parameter("Defines the profiles to load.", Name = BuiltIn.Profile)]
    public static string[] LoadedLocalProfiles => BuildRun.Current.Profiles;

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    AbsolutePath INukeBuild.RootDirectory => RootDirectory;

    AbsolutePath INukeBuild.TemporaryDirectory => TemporaryDirectory;

    AbsolutePath INukeBuild.BuildAssemblyFile => BuildAssemblyFile;

    AbsolutePath INukeBuild.BuildAssemblyDirectory => BuildAssemblyDirectory;

    AbsolutePath INukeBuild.BuildProjectFile => BuildProjectFile;

    AbsolutePath INukeBuild.BuildProjectDirectory => BuildProjectDirectory;

    Verbosity INukeBuild.Verbosity => Verbosity;

    Host INukeBuild.Host => Host;

    bool INukeBuild.IsLocalBuild => IsLocalBuild;

    bool INukeBuild.IsServerBuild => IsServerBuild;
}

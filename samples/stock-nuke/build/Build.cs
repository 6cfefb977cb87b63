using System;
using System.Linq;
using Kiln.Components;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Compile);

    [Parameter("Configuration to build - Default is 'Debug' (local) or 'Release' (server)")]
    readonly string Configuration = IsLocalBuild ? "Debug" : "Release";

    Target Clean => _ => _
        .Before(Restore)
        .Executes(() => Log.Information("Cleaning"));

    // #region restore
    // Was 'Target Restore => _ => _' before. Public, it is Kiln's Restore too; Inherit is what runs Kiln's part, before its own.
    public Target Restore => _ => _
        .Inherit<IRestoreInputs>(x => x.Restore)
        .Executes(() => Log.Information("Restoring packages"));
    // #endregion

    Target Compile => _ => _
        .DependsOn(Restore)
        .Executes(() => Log.Information("Compiling {Configuration:l}", Configuration));
}

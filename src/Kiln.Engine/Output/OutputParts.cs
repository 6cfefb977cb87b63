using System.Reflection;
using Nuke.Common;
using Nuke.Common.Utilities;

namespace Kiln.Engine.Output;

/// <summary>The parts of the output that the engine adds, unless the build has switched them off.</summary>
static class OutputParts
{
    public static void WriteLogo(NukeBuild build)
    {
        if (IsEnabled(build, DefaultOutput.Logo))
            NukeBuild.Host.WriteLogo();
    }

    public static IDisposable WriteTarget(NukeBuild build, string target)
    {
        var part = CanFold(NukeBuild.Host) ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader;
        return IsEnabled(build, part) ? NukeBuild.Host.WriteBlock(target) : DelegateDisposable.CreateBracket();
    }

    public static void WriteErrorsAndWarnings(NukeBuild build)
    {
        if (IsEnabled(build, DefaultOutput.ErrorsAndWarnings))
            NukeBuild.Host.WriteErrorsAndWarnings();
    }

    public static void WriteTargetOutcome(NukeBuild build)
    {
        if (IsEnabled(build, DefaultOutput.TargetOutcome))
            NukeBuild.Host.WriteTargetOutcome(build);
    }

    public static void WriteBuildOutcome(NukeBuild build)
    {
        if (IsEnabled(build, DefaultOutput.BuildOutcome))
            NukeBuild.Host.WriteBuildOutcome(build);
    }

    public static bool IsEnabled(NukeBuild build, DefaultOutput part)
        => !build.GetType().GetCustomAttributes<DisableDefaultOutputAttribute>()
            .Any(x => x.IsApplicable(build) && x.DisabledOutputs.Contains(part));

    /// <summary>Hosts that declare their own way of writing blocks are those that can fold them.</summary>
    static bool CanFold(Host host)
        => host.GetType().GetMethod(nameof(Host.WriteBlock), Members) is not null;

    const BindingFlags Members =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
}

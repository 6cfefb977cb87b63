#nullable disable
using System.ComponentModel;
using System.Globalization;
using Kiln.Engine.Execution;

using Kiln.Engine.Hosts;
using Kiln.Engine.Output;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>Where the build runs: it knows how blocks, warnings and the outcome look there.</summary>
/// <remarks>Hosts in a build project are found as in NUKE: public, with a static <c>IsRunning…</c> property.</remarks>
[TypeConverter(typeof(TypeConverter))]
public partial class Host
{
    protected Host()
    {
        Instance = this;
    }

    internal static Host Instance { get; set; }

    internal virtual ConsolePalette Palette
        => ConsolePalette.For(BuildRun.Current.Environment.Variables.GetValueOrDefault("TERM"));

    /// <summary>Whether log lines start with the time; hosts that stamp lines themselves say no.</summary>
    internal virtual bool HasTimestamps => true;

    protected internal void WriteLogo()
    {
        HostConsole.Information(EngineBanner.Text);
        HostConsole.Information();
    }

    protected internal virtual IDisposable WriteBlock(string text)
    {
        BlockHeader.Write(Palette, text);
        return DelegateDisposable.CreateBracket();
    }

    protected internal virtual void ReportWarning(string text, string details = null)
    {
    }

    protected internal virtual void ReportError(string text, string details = null)
    {
    }

    protected internal virtual bool FilterMessage(string message) => false;

    protected internal virtual void WriteErrorsAndWarnings()
        => ErrorsAndWarnings.Write(this, BuildRun.Current.Log.Memory.Events);

    protected internal virtual void WriteTargetOutcome(INukeBuild build)
    {
        if (build.ExecutionPlan.Count > 0)
            new TargetTable(build.ExecutionPlan).Write();
    }

    protected internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        var now = DateTime.Now.ToString(CultureInfo.CurrentCulture);
        HostConsole.Debug();
        if (build.IsSucceeding)
            HostConsole.Success($"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            HostConsole.Error($"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }

    private sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(
            ITypeDescriptorContext context, CultureInfo culture, object value)
            => value is string name ? HostDetection.Create(name) : base.ConvertFrom(context, culture, value);
    }
}

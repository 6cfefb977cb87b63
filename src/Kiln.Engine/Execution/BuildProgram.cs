using System.Linq.Expressions;
using Kiln.Engine.Execution.Extensions;
using Kiln.Engine.Output;
using Kiln.Engine.Parameters;
using Kiln.Engine.Planning;
using Kiln.Engine.Targets;
using Nuke.Common;
using Serilog;

namespace Kiln.Engine.Execution;

/// <summary>The way of one run from the command line to the exit code.</summary>
sealed class BuildProgram(
    BuildRun run, Type buildType, Func<NukeBuild> create, IReadOnlyList<LambdaExpression> defaultTargets)
{
    const int Failure = -1;

    StartupProfile? _profile;

    public static int Execute<T>(RunEnvironment environment, IReadOnlyList<LambdaExpression> defaultTargets)
        where T : NukeBuild, new()
    {
        var run = new BuildRun(environment, typeof(T).Assembly);
        return new BuildProgram(run, typeof(T), () => new T(), defaultTargets).Run();
    }

    int Run()
    {
        BuildRun.Current = run;
        Host.Instance = null;
        using var console = new ConsoleCapture(run.Environment.Output, run.Secrets);
        using var log = run.Log.Begin();
        var ending = new Ending(run);
        using var interruption = new Interruption(ending);

        try
        {
            Prepare();
            return RunBuild(ending, interruption);
        }
        catch (Exception exception)
        {
            interruption.WaitIfInterrupted();
            Report(exception.Unwrap());
            return ExitCode(Failure);
        }
        finally
        {
            interruption.WaitIfInterrupted();
            ending.Finish();
            _profile?.End();
        }
    }

    /// <summary>All that can be wrong with the invocation is found here, before any code of the build runs.</summary>
    void Prepare()
    {
        var catalogue = new ParameterCatalogue(buildType);
        var sources = run.Sources;
        UnknownArguments.Refuse(sources.CommandLine, catalogue, run.Profiles);
        sources.Files = new(run.NukeDirectory, run.Profiles);
        sources.JsonConversion = new(run.RootDirectory);
        sources.FileSecrets = new(x => sources.Find<string>(x), AskForPassword);
        _ = (run.TemporaryDirectory, run.Verbosity, run.Host);
        if (run.Environment.OwnsProcess)
            _profile = StartupProfile.Begin(run.TemporaryDirectory, FindNames(BuiltIn.Target) ?? []);
        run.Parameters.ResolveAll(catalogue);
        run.Catalogue = catalogue;
        foreach (var name in sources.Variables.Ambiguous)
            Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
    }

    int RunBuild(Ending ending, Interruption interruption)
    {
        var build = run.Build = create();
        run.Extensions = ExtensionList.Of(run, build);
        run.Targets = TargetFactory.CreateAll(build, defaultTargets);
        run.Extensions.OnBuildCreated(run.Targets);

        if (!build.NoLogo)
            OutputParts.WriteLogo(build);

        var isStrict = run.Sources.FromCommandLine(BuiltIn.Strict, typeof(bool), null) is true;
        build.ExecutionPlan = ExecutionPlanner.Plan(run.Targets, FindNames(BuiltIn.Target), isStrict);
        run.Extensions.OnBuildInitialized(run.Targets, build.ExecutionPlan, () => run.IsAnswered);
        if (run.IsAnswered)
            return 0;

        run.Log.Open();
        var executor = new BuildExecutor(run, build, interruption);
        ending.BeforeFinish = executor.RunAssured;
        interruption.Listen();
        executor.Run(FindNames(BuiltIn.Skip));
        return ExitCode(build.IsSucceeding ? 0 : Failure);
    }

    string[]? FindNames(string parameter) => run.Sources.Find<string[]>(parameter, BuiltIn.TargetSeparator[0]);

    int ExitCode(int code)
    {
        if (run.Build is not { } build)
            return code;

        build.ExitCode ??= code;
        return build.ExitCode.Value;
    }

    void Report(Exception exception)
    {
        if (exception is TargetExecutionException)
            return;

        // Before the run knows where its files are there is no log either.
        if (run.Catalogue is not null)
            Log.Verbose(exception, "Target-unrelated exception was thrown");
        HostConsole.Error(exception.Message);
    }

    string? AskForPassword(string profile)
    {
        var isHelp = run.Sources.CommandLine.Find(nameof(NukeBuild.Help)) is not null;
        return run.Environment.IsInteractive && !isHelp
            ? new Prompt(run.Environment).AskForSecret($"Password for profile '{profile}':")
            : null;
    }
}

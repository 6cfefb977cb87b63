using Kiln.Engine.Schema;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Execution.Extensions;

/// <summary>
/// Keeps <c>.nuke/build.schema.json</c> up to date for editors and completion. An unchanged file is not touched.
/// </summary>
sealed class WriteSchema(BuildRun run, NukeBuild build) : IOnBuildCreated
{
    const string SchemaName = "build.schema.json";

    public float Priority => 75;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (run.BuildProjectFile is null)
            return;

        WriteIfChanged(run.NukeDirectory / SchemaName, BuildSchema.Of(build, run.Catalogue!, executableTargets));

        var parameters = run.NukeDirectory / "parameters.json";
        if (!File.Exists(parameters))
            File.WriteAllText(parameters, $"{{\n  \"$schema\": \"./{SchemaName}\"\n}}\n");
    }

    static void WriteIfChanged(string file, string text)
    {
        if (!File.Exists(file) || File.ReadAllText(file) != text)
            File.WriteAllText(file, text);
    }
}

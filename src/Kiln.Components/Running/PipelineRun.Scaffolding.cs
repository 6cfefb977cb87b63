using Kiln.Primitives;
using Kiln.Scaffolding;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    internal static void Scaffold(IScaffold build)
    {
        var plan = Scaffolder.Plan(new ScaffoldRequest
        {
            Root = build.RootDirectory,
            Projects = build.OnlyProjects.ToValueList(),
            Language = build.ScaffoldLanguage,
            Overwrites = build.OverwriteFiles,
        });
        Scaffolder.Write(plan);
        // What is to be pasted has to stand as it is.
        foreach (var line in ScaffoldText.Lines(plan))
            Console.WriteLine(line);
    }
}

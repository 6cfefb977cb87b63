using System.Collections.Generic;
using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Components;

partial class Build : NukeBuild, ICompile, ITest
{
    public static int Main() => Execute<Build>(x => ((ICompile)x).Compile);

    IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");
}

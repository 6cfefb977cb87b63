using System.Linq.Expressions;
using Kiln.Engine.Execution;
using Nuke.Common;

namespace Kiln.Engine.Tests.Runs;

/// <summary>A directory with <c>.nuke</c> in which builds of the test are run, in this process.</summary>
sealed class TestRepository : IDisposable
{
    readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("kiln-engine-");
    readonly Dictionary<string, string> _variables = [];

    public TestRepository() => Directory.CreateDirectory(At(".nuke"));

    public string Root => _directory.FullName;

    public string At(string path) => Path.Combine(Root, path);

    public TestRepository WithFile(string path, string text)
    {
        File.WriteAllText(At(path), text);
        return this;
    }

    public TestRepository WithVariable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public TestRun Run<T>(string arguments = "", params Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
        => RunWords<T>(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), defaults);

    public TestRun RunWords<T>(string[] arguments, params Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
        => RunIn(Root, arguments, defaults);

    public TestRun RunIn<T>(string workingDirectory, string[] arguments, params Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        var former = Environment.CurrentDirectory;
        var output = new StringWriter { NewLine = "\n" };
        Environment.CurrentDirectory = workingDirectory;
        try
        {
            var exitCode = BuildProgram.Execute<T>(
                new()
                {
                    Arguments = arguments,
                    Variables = _variables,
                    WorkingDirectory = workingDirectory,
                    Output = output,
                },
                defaults);
            return new(exitCode, output.ToString(), BuildRun.Current.Build);
        }
        finally
        {
            Environment.CurrentDirectory = former;
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);
}

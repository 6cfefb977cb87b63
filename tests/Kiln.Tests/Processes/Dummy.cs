using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Tests.Processes;

/// <summary>The program that the tests run; see tests/Kiln.Tests.Dummy.</summary>
static class Dummy
{
    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Kiln.Tests.Dummy.exe" : "Kiln.Tests.Dummy");

    public static Command Command(params IEnumerable<string> arguments) => new(Path, arguments.ToValueList());
}

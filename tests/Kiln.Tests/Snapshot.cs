using System.Runtime.CompilerServices;

namespace Kiln.Tests;

/// <summary>Compares with a file beside the test. With <c>UPDATE_SNAPSHOTS=1</c> the file is written instead.</summary>
static class Snapshot
{
    public static void Matches(string actual, string fileName, [CallerFilePath] string testFile = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, fileName);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, actual + "\n");

        Assert.Equal(File.ReadAllText(file), actual + "\n");
    }
}

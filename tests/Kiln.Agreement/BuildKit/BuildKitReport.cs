namespace Kiln.Agreement.BuildKit;

/// <summary>Says with how many of BuildKit's own cases our parser agrees, and where it differs.</summary>
static class BuildKitReport
{
    public static int Print(string folder)
    {
        var cases = BuildKitCases.In(folder).ToList();
        if (cases.Count == 0)
        {
            Console.Error.WriteLine($"'{folder}' has no test files; give frontend/dockerfile/parser of BuildKit.");
            return 2;
        }

        var different = cases.Where(x => x.Difference is not null).ToList();
        Console.WriteLine($"buildkit-parser: {cases.Count - different.Count} of {cases.Count} agree");
        foreach (var (name, difference) in different)
            Console.WriteLine($"\n{name}\n{difference}");
        return different.Count == 0 ? 0 : 1;
    }
}

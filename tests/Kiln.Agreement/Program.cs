using Kiln.Agreement.BuildKit;
using Kiln.Agreement.Speed;

switch (args)
{
    case ["buildkit-parser", var folder]:
        return BuildKitReport.Print(folder);
    case ["parse-speed"]:
        ParseSpeed.Print();
        return 0;
    case ["restore-speed", var registry]:
        return await RestoreSpeed.PrintAsync(registry);
    default:
        Console.Error.WriteLine("buildkit-parser FOLDER | parse-speed | restore-speed REGISTRY");
        return 2;
}

using Kiln.Agreement.BuildKit;
using Kiln.Agreement.Hadolint;
using Kiln.Agreement.Linting;
using Kiln.Agreement.Speed;
using Kiln.Agreement.Trivy;
using Kiln.EndToEnd.ActionsCache;

switch (args)
{
    case ["buildkit-parser", var folder]:
        return BuildKitReport.Print(folder);
    case ["buildkit-checks", var folder]:
        return BuildKitChecks.Print(folder);
    case ["hadolint", var folder, .. var rules]:
        return HadolintReport.Print(folder, rules);
    case ["trivy-checks", var folder]:
        return TrivyReport.Print(folder);
    case ["lint-folder", var folder]:
        return FolderReport.Print(folder);
    case ["parse-speed"]:
        ParseSpeed.Print();
        return 0;
    case ["restore-speed", var registry]:
        return await RestoreSpeed.PrintAsync(registry);
    case ["actions-cache"]:
        return ActionsCacheProcess.Serve();
    case ["actions-token", var branch]:
        Console.WriteLine(RuntimeToken.Push(branch));
        return 0;
    default:
        Console.Error.WriteLine("buildkit-parser FOLDER | buildkit-checks FOLDER | hadolint FOLDER [RULE …] | trivy-checks FOLDER | lint-folder FOLDER | parse-speed | restore-speed REGISTRY | actions-cache | actions-token BRANCH");
        return 2;
}

using Kiln.Primitives;

namespace Kiln.Pushing.Outputs;

/// <summary>What was pushed, for whoever comes after: files beside the layouts, and GitHub's outputs.</summary>
static class PushOutputs
{
    /// <param name="folder">Where the layouts lie.</param>
    /// <param name="gitHubOutput">The file behind <c>GITHUB_OUTPUT</c>, which is added to; null elsewhere.</param>
    /// <param name="pushed">What is where.</param>
    internal static void Write(string folder, string? gitHubOutput, IReadOnlyCollection<PublishedImage> pushed)
    {
        WholeFile.Write(Path.Combine(folder, PushedFile.Name), PushedFile.Of(pushed));
        WholeFile.Write(Path.Combine(folder, PushedVariables.FileName), PushedVariables.Dotenv(pushed));
        WholeFile.Write(Path.Combine(folder, KustomizeComponent.FolderName, KustomizeComponent.FileName), KustomizeComponent.Of(pushed));
        if (gitHubOutput is not null)
            File.AppendAllText(gitHubOutput, PushedVariables.GitHub(pushed));
    }
}

namespace Kiln.Caching.Runs;

/// <summary>GitLab's predefined variables (https://docs.gitlab.com/ci/variables/predefined_variables/).</summary>
static class GitLabRun
{
    internal static CacheRun Read(IReadOnlyDictionary<string, string?> environment)
    {
        var request = environment.GetValueOrDefault("CI_MERGE_REQUEST_IID");
        var own = string.IsNullOrEmpty(request) ? environment.GetValueOrDefault("CI_COMMIT_REF_NAME") : $"merge_request/{request}";
        return new CacheRun(
            CacheHost.GitLab,
            new CacheRefs(
                own ?? "detached",
                environment.GetValueOrDefault("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
                environment.GetValueOrDefault("CI_DEFAULT_BRANCH")))
        {
            ProjectRegistry = RegistryNamespace.TryParse($"{environment.GetValueOrDefault("CI_REGISTRY_IMAGE")}/cache", out var place) ? place : null,
            Distrust = Distrust(environment),
        };
    }

    static string? Distrust(IReadOnlyDictionary<string, string?> environment)
    {
        var source = environment.GetValueOrDefault("CI_MERGE_REQUEST_SOURCE_PROJECT_ID");
        return !string.IsNullOrEmpty(source) && source != environment.GetValueOrDefault("CI_PROJECT_ID")
            ? $"this run is for a merge request of another project, '{environment.GetValueOrDefault("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH") ?? source}'"
            : null;
    }
}

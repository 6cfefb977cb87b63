using Nuke.Common.CI.GitLab;

namespace Kiln.Engine.Tests.CI;

/// <summary>How GitLab names variables: CI_ before most, not before those about people and features.</summary>
internal static class GitLabVariables
{
    public static string Of(string property) => property switch
    {
        "Ci" => "CI",
        "ProjectDirectory" => "CI_PROJECT_DIR",
        "GitLabFipsMode" => "CI_GITLAB_FIPS_MODE",
        "Kubeconfig" or "TriggerPayload" => EnvironmentName.Of(property),
        "ApiV4Url" => "CI_API_V4_URL",
        "JobJwtV1" => "CI_JOB_JWT_V1",
        "JobJwtV2" => "CI_JOB_JWT_V2",
        _ when property.StartsWith("GitLab") => EnvironmentName.Of(property).Replace("GIT_LAB", "GITLAB"),
        _ when property.StartsWith("Chat") => EnvironmentName.Of(property),
        _ => $"CI_{EnvironmentName.Of(property)}",
    };

    public static (string Text, object Value) ExampleOf(Type type) =>
        type == typeof(string) ? ("text", "text")
        : type == typeof(bool) ? ("true", true)
        : type == typeof(long) ? ("9876543210", 9876543210L)
        : ("internal", GitLabProjectVisibility.Internal);
}

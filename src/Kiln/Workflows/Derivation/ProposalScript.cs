using Kiln.Processes;

namespace Kiln.Workflows.Derivation;

/// <summary>
/// Commits what the job's targets changed on a branch of its own, and asks for it to be merged. The token reaches git by a helper that reads it from the
/// environment: a command line is seen by every process of the machine.
/// </summary>
static class ProposalScript
{
    internal const string GitLabToken = "KILN_PUSH_TOKEN";

    /// <summary>With <c>BRANCH</c>, <c>TITLE</c> and <c>GH_TOKEN</c> set.</summary>
    internal static string OfGitHub(IEnumerable<string> paths) => WithLineFeeds(Commit("GH_TOKEN", paths) + """
        push "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" "HEAD:refs/heads/$BRANCH"
        if [ -n "$(gh pr list --head "$BRANCH" --state open --json number --jq '.[].number')" ]; then exit 0; fi
        gh pr create --head "$BRANCH" --title "$TITLE" --body "Written by $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID" || {
          echo "::error::The branch $BRANCH is pushed and no pull request is open for it. 'Allow GitHub Actions to create and approve pull requests' has to be set in Settings, Actions, General."
          exit 1
        }

        """);

    /// <summary>With <c>BRANCH</c> and <c>TITLE</c> set, and a project's access token that may push, which a job's own may not.</summary>
    internal static string OfGitLab(IEnumerable<string> paths) => WithLineFeeds(Commit(GitLabToken, paths) + $"""
        if [ -z "${GitLabToken}" ]; then
          echo "{GitLabToken} is not set, so nobody is asked to merge this: store a project access token with the scope write_repository as that variable." >&2
          exit 1
        fi
        push -o merge_request.create -o merge_request.target="$CI_DEFAULT_BRANCH" -o merge_request.title="$TITLE" "$CI_PROJECT_URL.git" "HEAD:refs/heads/$BRANCH"

        """);

    // A path that is not there and never was is an error to git. Helpers that the machine has would be asked first.
    static string Commit(string token, IEnumerable<string> paths) => $$"""
        for path in {{string.Join(' ', paths.Select(ShellQuoting.Quote))}}; do
          if [ -n "$(git status --porcelain -- "$path")" ]; then git add --all -- "$path"; fi
        done
        if git diff --cached --quiet; then exit 0; fi
        git switch --quiet --force-create "$BRANCH"
        git -c user.name=Kiln -c user.email=kiln@localhost commit --quiet --message "$TITLE"
        push() { git -c credential.helper= -c credential.helper='!f() { echo username=kiln; echo "password=${{token}}"; }; f' push --force "$@"; }

        """;

    static string WithLineFeeds(string script) => script.Replace("\r\n", "\n", StringComparison.Ordinal);
}

namespace Kiln.Buildx;

/// <summary>How a build shows what it is doing.</summary>
public enum ProgressStyle
{
    /// <summary>A line for each finished step, under a heading for each image and platform where there are several.</summary>
    Lines,

    /// <summary>The same with what the steps printed, in groups that GitHub's pages fold.</summary>
    GitHubGroups,

    /// <summary>The same in sections that GitLab's pages fold.</summary>
    GitLabSections,

    /// <summary>A view of a terminal that changes in place, and is gone when the images are built.</summary>
    Live,
}

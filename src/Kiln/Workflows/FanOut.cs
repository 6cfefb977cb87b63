namespace Kiln.Workflows;

/// <summary>How the default pipelines spread the work on images over machines.</summary>
public enum FanOut
{
    /// <summary>One job does all; platforms that its machine does not run are emulated. Best where images are few, or compilers cross-compile.</summary>
    OneJob,

    /// <summary>A job for each image, at once. What several are made from is built by each of them.</summary>
    ByImage,

    /// <summary>A job for each platform, on a machine of that platform; another one puts the images together, scans and pushes them.</summary>
    ByPlatform,
}

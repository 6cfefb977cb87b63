using Kiln.Scanning;
using Kiln.Tests.Oci;

namespace Kiln.Tests.Scanning;

/// <summary>The first platform of a small layout, as a scanner is given it.</summary>
static class SampleSubject
{
    internal static async Task<ScanSubject> OfAsync(TemporaryFolder folder)
    {
        var whole = TestLayout.OfTwoPlatforms(folder["whole"]);
        var details = (await whole.ReadImagesAsync())[0];
        var view = whole.LinkManifest(whole.ReadContents().Manifests.Single(x => x.Digest == details.ManifestDigest), folder["layout"]);
        return new ScanSubject(new ImageSpec("api", folder.Path), view, details, Directory.CreateDirectory(folder["work"]).FullName);
    }
}

using System.Collections.Generic;
using Kiln;
using Kiln.Components;
using Nuke.Common;

// The other half of the build: make the class in Build.cs partial as well.
partial class Build : IContainerPipeline
{
    /// <summary>One for each Dockerfile. Say more of them by hand: new("api", RootDirectory / "src" / "Api") { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] }</summary>
    IEnumerable<ImageSpec> IHazImages.Images => FoundImages.In(RootDirectory);

    /// <summary>GitHub's or GitLab's own where origin is there, else this machine's. Name yours: "registry.example.com/acme"</summary>
    IEnumerable<RegistryNamespace> IHazRegistries.Registries => [RegistryNamespace.OfRemote(((IHazCommit)this).Commit?.RemoteUrl)];

    // A target that is called as one of Kiln's (Restore, Push, Lint, Scan …) is that one. Of a target of your own in Build.cs make both:
    // public Target Restore => _ => _.Inherit<IRestoreInputs>(x => x.Restore).Executes(…);
    // And of Nuke.Components' ICompile, which has a Restore as well:
    // public Target Restore => _ => _.Inherit<Nuke.Components.IRestore>(x => x.Restore).Inherit<IRestoreInputs>(x => x.Restore);
}

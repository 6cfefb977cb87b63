using Kiln.Components;
using Kiln.Receipts;
using Nuke.Common;
using Serilog;

// #region component
/// <summary>A component is an interface with a target; what it needs to know it inherits.</summary>
interface IListLayers : IDockerBuild
{
    Target ListLayers => _ => _
        .Description("Lists the layers of all images with the instruction that made them")
        .DependsOn<IDockerBuild>(x => x.DockerBuild)
        .Executes(() =>
        {
            foreach (var image in Images)
                foreach (var layer in ReceiptFile.Read(ArtifactsDirectory / "images" / $"{image.Name}.receipt.json")!.Platforms[0].Layers)
                    Log.Information("{Image:l} {Digest:l} {Size} bytes: {Instruction:l}", image.Name, layer.Digest.Short, layer.CompressedSize, layer.Instruction ?? "");
        });
}
// #endregion

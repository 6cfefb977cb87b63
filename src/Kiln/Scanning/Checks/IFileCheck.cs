namespace Kiln.Scanning.Checks;

/// <summary>Looks at all files of one image, upper layers first, and then tells.</summary>
interface IFileCheck
{
    void See(LayerFile file);

    IEnumerable<Finding> Findings();
}

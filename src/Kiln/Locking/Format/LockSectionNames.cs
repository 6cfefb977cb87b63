namespace Kiln.Locking.Format;

static class LockSectionNames
{
    /// <summary>What the section is called in the file.</summary>
    public static string Name(this LockSection section) => section switch
    {
        LockSection.Images => "images",
        LockSection.Gits => "gits",
        LockSection.Urls => "urls",
        LockSection.Actions => "actions",
        _ => "tools",
    };
}

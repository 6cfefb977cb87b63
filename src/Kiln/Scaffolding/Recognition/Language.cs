using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Recognition;

/// <summary>How projects of a language are recognised.</summary>
/// <param name="id">The language.</param>
/// <param name="name">As people call it.</param>
/// <param name="markers">The files that it looks for.</param>
abstract class Language(ScaffoldLanguage id, string name, params string[] markers)
{
    public ScaffoldLanguage Id { get; } = id;

    public string Name { get; } = name;

    public ValueList<string> Markers { get; } = [.. markers];

    /// <summary>The projects that lie in a folder, not below it.</summary>
    public abstract IEnumerable<Finding> In(FolderTree tree, string folder);

    protected PassedOver PassOver(string folder, string marker, string reason) => new(Id, folder, marker, reason);
}

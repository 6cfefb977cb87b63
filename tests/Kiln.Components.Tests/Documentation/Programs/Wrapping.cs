namespace Kiln.Components.Tests.Documentation.Programs;

/// <summary>What stands around a block in its reader's build.</summary>
/// <param name="Name">What the block is then.</param>
/// <param name="Before">What comes before it.</param>
/// <param name="After">What comes behind it.</param>
/// <param name="Beginning">What the block begins with.</param>
sealed record Wrapping(string Name, string Before, string After, string Beginning = "")
{
    // A block that implements a fact wins over these; the compiler wants the two that have no default.
    const string Class =
        """
        abstract class Facts : NukeBuild, IContainerPipeline
        {
            IEnumerable<ImageSpec> IHazImages.Images => [];
            IEnumerable<RegistryNamespace> IHazRegistries.Registries => [];
        }

        class Build : Facts, IContainerPipeline
        {
        """;

    /// <summary>In the order in which they are tried.</summary>
    internal static IReadOnlyList<Wrapping> All { get; } =
    [
        new("a file", "", ""),
        new("members of a build", Class, "}"),
        new("an image", $"{Class} ImageSpec Image => ", "; }", Beginning: "new("),
        new("what an image says of itself", $"{Class} ImageSpec Image => new(\"api\", RootDirectory) {{", "}; }"),
        new("a value", $"{Class} object Value => ", "; }"),
    ];

    /// <summary>The program, in which the block keeps its page and its lines.</summary>
    internal string Around(Fence block) => $"{Before}\n#line {block.Line} \"{block.Page}\"\n{block.Text}\n#line default\n{After}";
}

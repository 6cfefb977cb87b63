using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Components.Tests.Documentation.Programs;

/// <summary>The compiler, with every assembly that these tests run on: those of a build are among them, of whichever engine.</summary>
static class CSharp
{
    /// <summary>What the SDK's <c>ImplicitUsings</c> brings.</summary>
    internal static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(x => MetadataReference.CreateFromFile(x)),
    ];

    static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    internal static SyntaxTree Parse(string text, string file) => CSharpSyntaxTree.ParseText(text, path: file);

    internal static CSharpCompilation Compile(string name, IEnumerable<string> usings, params IEnumerable<SyntaxTree> sources) =>
        CSharpCompilation.Create(name, [Parse(string.Concat(usings.Select(x => $"global using {x};\n")), "Usings.cs"), .. sources], References, Options);

    /// <summary>The compiler's own words, with file and line.</summary>
    internal static IReadOnlyList<string> ErrorsOf(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(x => x.Severity == DiagnosticSeverity.Error).Select(x => x.ToString())];
}

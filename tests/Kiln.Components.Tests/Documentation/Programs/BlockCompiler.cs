using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Components.Tests.Documentation.Programs;

/// <summary>Compiles a block of a page by the first wrapping that fits.</summary>
static class BlockCompiler
{
    /// <summary>An editor writes these; pages leave them out.</summary>
    static readonly string[] Usings =
    [
        .. CSharp.ImplicitUsings, "Nuke.Common", "Nuke.Common.IO", "Nuke.Common.Tooling", "Serilog",
        .. new[] { typeof(ImageSpec), typeof(IContainerPipeline) }.SelectMany(x => x.Assembly.GetExportedTypes()).Select(x => x.Namespace!).Distinct(),
    ];

    /// <summary>Nothing where it compiles in one of the wrappings; else the errors of the one that comes nearest.</summary>
    internal static IReadOnlyList<string> ErrorsOf(Fence block)
    {
        var attempts = Wrapping.All.Where(x => block.Text.StartsWith(x.Beginning, StringComparison.Ordinal)).Select(x => Try(x, block)).TakeUntil(x => x.Errors.Count == 0).ToArray();
        var nearest = attempts.MinBy(x => (x.IsMalformed, x.Errors.Count));
        return [.. nearest.Errors.Select(x => $"{x} (as {nearest.Wrapping.Name})")];
    }

    static (Wrapping Wrapping, bool IsMalformed, IReadOnlyList<string> Errors) Try(Wrapping wrapping, Fence block)
    {
        var source = CSharp.Parse(wrapping.Around(block), block.Page);
        var syntax = CSharp.ErrorsOf(source.GetDiagnostics());
        if (syntax.Count > 0)
            return (wrapping, true, syntax);

        // Members of a build that the compiler takes for statements and functions of a script.
        var isScript = ((CompilationUnitSyntax)source.GetRoot()).Members.OfType<GlobalStatementSyntax>().Any();
        return (wrapping, isScript, CSharp.ErrorsOf(CSharp.Compile("Block", Usings, source).GetDiagnostics()));
    }

    static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> items, Func<T, bool> isLast)
    {
        foreach (var item in items)
        {
            yield return item;
            if (isLast(item))
                yield break;
        }
    }
}

using System.Text.Json.Serialization;

namespace Kiln.Linting.Scripts;

/// <summary>What ShellCheck says of one place in a script, as its format <c>json1</c> has it (src/ShellCheck/Formatter/JSON1.hs).</summary>
/// <param name="File">As it was given.</param>
/// <param name="Line">Counted from one.</param>
/// <param name="EndLine">The line of the end.</param>
/// <param name="Column">Counted from one, a code point a column.</param>
/// <param name="EndColumn">The first column behind.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>info</c> or <c>style</c>.</param>
/// <param name="Code">The number behind <c>SC</c>.</param>
/// <param name="Message">One sentence.</param>
sealed record ShellCheckComment(string File, int Line, int EndLine, int Column, int EndColumn, string Level, int Code, string Message);

/// <summary>All that it says of the files that it was given.</summary>
sealed record ShellCheckOutput(ShellCheckComment[] Comments);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ShellCheckOutput))]
sealed partial class ShellCheckJson : JsonSerializerContext;

using Kiln.Dockerfiles.Syntax;

namespace Kiln.Agreement.Hadolint;

/// <summary>One sentence of a spec: this Dockerfile has a finding of this rule, or has none.</summary>
/// <param name="Rule">Its id in hadolint, or <see cref="OfScript"/>.</param>
/// <param name="IsTrigger">Its RUNs stand behind ONBUILD.</param>
/// <param name="IsConfigured">The spec judges with other options than the default ones.</param>
sealed record HadolintVerdict(
    string Spec, int Line, string Rule, string Dockerfile, bool IsCaught, bool IsTrigger, bool IsConfigured)
{
    /// <summary>Stands for all of ShellCheck's codes.</summary>
    public const string OfScript = "SC";

    /// <summary>What is judged.</summary>
    public string Text => IsTrigger ? AsTriggers(Dockerfile) : Dockerfile;

    static string AsTriggers(string text)
    {
        foreach (var run in Kiln.Dockerfiles.Dockerfile.Parse(text).Instructions.OfType<RunInstruction>().Reverse())
            text = text.Insert(run.KeywordSpan.Start, "ONBUILD ");
        return text;
    }
}

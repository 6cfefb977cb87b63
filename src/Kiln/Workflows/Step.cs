using Kiln.Primitives;
using Kiln.Workflows.Explaining;

namespace Kiln.Workflows;

/// <summary>Something that a job does before or after its targets.</summary>
public abstract record Step
{
    Step() { }

    internal Origin Origin { get; } = Origin.Here();

    /// <summary>Anything else in GitHub's own words, for example <c>["if"]</c>; it wins. Of GitLab's steps, which are lines of a script, there is none: KILN5004. Default: nothing.</summary>
    public HostExtra Extra { get; init; } = new();

    /// <summary>A script of one line or more, which must not hold <c>${{</c>: what comes from outside is given by variables.</summary>
    /// <param name="Script">For the machine's shell (bash; PowerShell on Windows); line ends become line feeds.</param>
    public sealed record Run(string Script) : Step
    {
        /// <summary>KILN5001 where it is empty or holds an expression of GitHub's.</summary>
        public string Script { get; init => field = Check(value); } = Check(Script);

        /// <summary>As people see it. Default: the script.</summary>
        public string? Title { get; init; }

        /// <summary>Its variables; KILN5001 for a name that is none. Default: none.</summary>
        public ValueMap<string> Variables { get; init => field = JobGrammar.Variables(value, "a step's variable"); }

        /// <summary>Secrets that this step alone gets. Default: none.</summary>
        public ValueList<SecretUse> Secrets { get; init; }

        static string Check(string script) => script.Trim().Length == 0
            ? throw new KilnException(ErrorCodes.InvalidPipeline, "A step without a script does nothing; take it out.")
            : script.Contains("${{", StringComparison.Ordinal)
                ? throw new KilnException(
                    ErrorCodes.InvalidPipeline,
                    $"The script '{script.Trim()}' holds '${{{{', which GitHub replaces by text that others may have written before the shell reads it. "
                    + "Give the value by the step's Variables or Secrets and use \"$NAME\".")
                // A source that git checked out with Windows' line ends has them in its literals.
                : script.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>An action of GitHub's marketplace. GitLab has none: KILN5004 there.</summary>
    /// <param name="Action">
    /// With the least version that it takes, of which <c>UpdateLock</c> pins the newest: <c>actions/setup-node@v6.0.0</c>; or with a commit.
    /// </param>
    public sealed record Use(string Action) : Step
    {
        /// <summary>As people see it. Default: the action.</summary>
        public string? Title { get; init; }

        /// <summary>What it is given; expressions are the writer's own affair. Default: nothing.</summary>
        public ValueMap<string> Inputs { get; init; }

        /// <summary>Whether its version may stay one, unpinned. Default: no.</summary>
        public bool MayFloat { get; init; }
    }

    /// <summary>
    /// Commits what the targets changed in some files to a branch and opens a pull or merge request for it, or renews the one that is there. GitHub: by the job's own
    /// token, which may not change workflow files, and whose pull requests start no workflows. GitLab: by the variable <c>KILN_PUSH_TOKEN</c>, and not on Windows.
    /// </summary>
    /// <param name="Branch">Is overwritten each time.</param>
    /// <param name="Title">Of the commit and the request.</param>
    public sealed record Propose(string Branch, string Title) : Step
    {
        /// <summary>KILN5001 where git takes it for none.</summary>
        public string Branch { get; init => field = JobGrammar.Branch(value); } = JobGrammar.Branch(Branch);

        /// <summary>Files and folders, from the repository's root; what else changed stays out. Default: <c>kiln.lock</c>.</summary>
        public ValueList<string> Paths { get; init; } = ["kiln.lock"];
    }

    /// <summary>A step in one host's own words; the other host has none in its place.</summary>
    /// <param name="GitHub">One step as YAML; null: none on GitHub.</param>
    /// <param name="GitLab">Lines of a script; null: none on GitLab.</param>
    public sealed record Raw(string? GitHub, string? GitLab) : Step
    {
        /// <summary>Whether an action or image in it may go without a commit or digest. Default: no, KILN5005.</summary>
        public bool MayFloat { get; init; }
    }
}

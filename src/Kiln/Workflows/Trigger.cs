using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>What makes a CI host run a pipeline.</summary>
public abstract record Trigger
{
    Trigger() { }

    /// <summary>Commits on branches, or tags. Without branches and tags: all branches.</summary>
    public sealed record Push : Trigger
    {
        /// <summary>Names or patterns with <c>*</c>; KILN5001 for what git takes for none. Default: none, or all where there are no tags either.</summary>
        public ValueList<string> Branches { get; init => field = value.Select(JobGrammar.Branch).ToValueList(); }

        /// <summary>Names or patterns with <c>*</c>; KILN5001 for what git takes for none. Default: none.</summary>
        public ValueList<string> Tags { get; init => field = value.Select(JobGrammar.Branch).ToValueList(); }

        /// <summary>Only when one of these files changed; patterns with <c>**</c>. Default: any.</summary>
        public ValueList<string> Paths { get; init; }
    }

    /// <summary>A pull request (GitHub) or merge request (GitLab).</summary>
    public sealed record PullRequest : Trigger
    {
        /// <summary>Into which branches, by names or patterns with <c>*</c>; KILN5001 for what git takes for none. Default: all.</summary>
        public ValueList<string> Branches { get; init => field = value.Select(JobGrammar.Branch).ToValueList(); }

        /// <summary>Only when one of these files changed; patterns with <c>**</c>. Default: any.</summary>
        public ValueList<string> Paths { get; init; }
    }

    /// <summary>A time, in UTC.</summary>
    /// <param name="Cron">Five fields, for example <c>17 4 * * 1</c>. GitLab keeps it in its settings and not in the file, which names the schedule only.</param>
    public sealed record Schedule(string Cron) : Trigger
    {
        /// <summary>Five fields; KILN5001 where there are others.</summary>
        public string Cron { get; init; } = CronText.Check(Cron);
    }

    /// <summary>A person who starts it.</summary>
    public sealed record Manual : Trigger
    {
        /// <summary>What that person may say; each is the variable of that name while the targets run. Default: nothing.</summary>
        public ValueList<PipelineInput> Inputs { get; init; }
    }

    /// <summary>
    /// Another pipeline. GitHub: <c>workflow_call</c>, by which another repository runs its own <c>build.sh</c> the way this file prepares the machine.
    /// GitLab: a component in <c>templates/</c>, by which another repository does the same; and a parent or another project, which runs this repository.
    /// </summary>
    public sealed record Called : Trigger
    {
        /// <summary>What the caller may say; each is the variable of that name while the targets run. Default: nothing.</summary>
        public ValueList<PipelineInput> Inputs { get; init; }
    }
}

namespace Kiln.Workflows.Derivation;

/// <summary>How many jobs have to be done before one, one after the other.</summary>
static class JobDepth
{
    internal static int Of(Pipeline pipeline, Job job) =>
        job.Needs.Select(x => Of(pipeline, pipeline.Jobs.Single(y => y.Name == x)) + 1).DefaultIfEmpty(0).Max();
}

using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.Pins;

/// <summary>What a pipeline names of others' code without a commit or digest: whoever owns the name could change what runs with the job's token.</summary>
static class PinChecks
{
    /// <summary>KILN5005 for the first of it, unless it may float.</summary>
    internal static void Require(Pipeline pipeline)
    {
        RequireIn(pipeline.Extra, $"the pipeline '{pipeline.Name}'");
        foreach (var job in pipeline.Jobs)
        {
            if (job.Services.FirstOrDefault(x => x is { Image.Digest: null, MayFloat: false }) is { } floating)
                throw Unpinned(floating.Image.ToString(), $"the service '{floating.Name}' of the job '{job.Name}'", "new ServiceContainer(…) { MayFloat = true }");
            RequireIn(job.Extra, $"the job '{job.Name}'");
            foreach (var service in job.Services)
                RequireIn(service.Extra, $"the service '{service.Name}'");
            foreach (var step in job.Before.Concat(job.After))
                RequireIn(step.Extra, $"a step of the job '{job.Name}'");
            foreach (var raw in job.Before.Concat(job.After).OfType<Step.Raw>().Where(x => x is { MayFloat: false, GitHub: not null }))
                Require(UnpinnedNames.In(YamlReader.Read(raw.GitHub!, $"the step of the job '{job.Name}'")), $"a raw step of the job '{job.Name}'", "new Step.Raw(…) { MayFloat = true }");
        }
    }

    static void RequireIn(HostExtra extra, string whose)
    {
        if (!extra.MayFloat)
            Require(UnpinnedNames.In(ExtraText.Read(extra.GitHub, whose)).Concat(UnpinnedNames.In(ExtraText.Read(extra.GitLab, whose))), $"the Extra of {whose}", "new HostExtra { MayFloat = true }");
    }

    static void Require(IEnumerable<string> names, string where, string allowance)
    {
        if (names.FirstOrDefault() is { } name)
            throw Unpinned(name, where, allowance);
    }

    static KilnException Unpinned(string name, string where, string allowance) => new(
        ErrorCodes.ActionNotPinned,
        $"'{name}' in {where} is not pinned: whoever owns that name could change what runs with the job's token. "
        + $"Name an action's commit (owner/name@<40 hex digits>) or an image's digest (image:tag@sha256:…), or let it float by name: {allowance}.");
}

namespace Kiln.Linting.Ignoring;

/// <summary>BuildKit's own checks (docs.docker.com/reference/build-checks), which its directive <c># check=…</c> is about and nothing else.</summary>
static class BuildKitChecks
{
    /// <summary>It asks a registry which platforms a base has, which no rule here does; its name is known all the same.</summary>
    public const string OfRegistry = "InvalidBaseImagePlatform";

    /// <summary>The names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "ConsistentInstructionCasing", "CopyIgnoredFile", "DuplicateStageName", "ExposeInvalidFormat", "ExposeProtoCasing", "FromAsCasing",
        "FromPlatformFlagConstDisallowed", OfRegistry, "InvalidDefaultArgInFrom", "InvalidDefinitionDescription", "JSONArgsRecommended",
        "LegacyKeyValueFormat", "MaintainerDeprecated", "MultipleInstructionsDisallowed", "NoEmptyContinuation", "RedundantTargetPlatform",
        "ReservedStageName", "SecretsUsedInArgOrEnv", "StageNameCasing", "UndefinedArgInFrom", "UndefinedVar", "WorkdirRelativePath",
    ];

    /// <summary>Whether a rule is one of them.</summary>
    public static bool Has(LintRule rule) => Names.Any(rule.IsNamed);
}

using Kiln.Linting;

namespace Kiln.Tests.Linting;

/// <summary>Rules that judge nothing by themselves are asked for what their pages say.</summary>
static class RulePageOptions
{
    public static LintOptions? Of(string rule) => rule switch
    {
        "KLN1004" => new LintOptions { TrustedRegistries = ["registry.example.com", "*.mirror.example.com"] },
        "KLN7002" => new LintOptions
        {
            RequiredLabels = [new("org.opencontainers.image.source", LabelForm.Url), new("org.opencontainers.image.version", LabelForm.Text)],
        },
        "KLN7003" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.version", LabelForm.Text)], RequiredLabelsOnly = true },
        "KLN7004" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.version", LabelForm.Text)] },
        "KLN7005" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.source", LabelForm.Url)] },
        "KLN7006" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.created", LabelForm.Rfc3339)] },
        "KLN7007" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.licenses", LabelForm.SpdxLicense)] },
        "KLN7008" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.revision", LabelForm.GitHash)] },
        "KLN7009" => new LintOptions { RequiredLabels = [new("org.opencontainers.image.version", LabelForm.SemanticVersion)] },
        "KLN7010" => new LintOptions { RequiredLabels = [new("maintainer", LabelForm.Email)] },
        _ => null,
    };
}

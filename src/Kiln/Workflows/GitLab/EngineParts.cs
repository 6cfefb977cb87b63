using Kiln.Primitives;
using Kiln.Workflows.Pins;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>What a job has to say so that it has an engine.</summary>
sealed record EngineParts
{
    /// <summary>What the job runs in; null: the runner's choice.</summary>
    internal string? Image { get; private init; }

    internal ValueList<YamlNode> Services { get; private init; }

    internal IReadOnlyList<(string, YamlNode?)> Variables { get; private init; } = [];

    internal ValueList<string> Preparation { get; private init; }

    /// <summary>For a job that builds nothing, and runs in the same image all the same.</summary>
    internal EngineParts WithoutEngine => this with { Services = [], Variables = [] };

    internal static EngineParts Of(GitLabEngine engine, WorkflowPins pins) => engine switch
    {
        GitLabEngine.OnMachine => new(),
        GitLabEngine.InDocker docker => new()
        {
            Image = pins.Pinned(docker.ClientImage).ToString(),
            Services = [YamlMap.Of(("name", pins.Pinned(docker.EngineImage).ToString()), ("alias", "docker"))],
            // https://docs.gitlab.com/ci/docker/using_docker_build/#use-docker-in-docker
            Variables = [("DOCKER_HOST", "tcp://docker:2376"), ("DOCKER_TLS_CERTDIR", "/certs"), ("DOCKER_TLS_VERIFY", "1"), ("DOCKER_CERT_PATH", "/certs/client")],
            Preparation = Tools,
        },
        GitLabEngine.Rootless rootless => new()
        {
            Image = pins.Pinned(rootless.ClientImage).ToString(),
            Services =
            [
                YamlMap.Of(
                    ("name", pins.Pinned(rootless.BuildKitImage).ToString()),
                    ("alias", "buildkit"),
                    // Kubernetes and Docker give no container a /proc of its own in which BuildKit could make one: docs/rootless.md of BuildKit.
                    ("command", (ValueList<string>)["--addr", "tcp://0.0.0.0:1234", "--oci-worker-no-process-sandbox"])),
            ],
            Preparation = Tools,
        },
        _ => throw new InvalidOperationException($"{engine} is no engine."),
    };

    // The docker client's image is Alpine, in which build.sh installs the SDK.
    static ValueList<string> Tools => ["apk add --no-cache bash curl git icu-libs libstdc++"];
}

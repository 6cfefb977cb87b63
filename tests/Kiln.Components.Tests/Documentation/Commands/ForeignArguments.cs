namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary>Arguments that pages name without their program, where that is not the build.</summary>
static class ForeignArguments
{
    internal static IReadOnlyList<string> All { get; } =
    [
        // docker build, which a guide tells how to leave, and buildx create
        "--build-arg", "--target", "--file", "--platform", "--secret", "--cache-from", "--cache-to", "--buildkitd-flags", "--driver-opt",
        // buildkitd
        "--allow-insecure-entitlement",
        // RUN of a Dockerfile
        "--mount",
        // git checkout, setsid, any program that tells its version
        "--theirs", "--fork", "--version",
        // NUKE: what the engine lacks, and the form of any argument
        "--generate-configuration", "--shell-completion", "--partition", "--name",
    ];

    internal static bool Has(PageCommand command) => All.Contains(NameOf(command));

    /// <summary>The first word, without a value; where there is none, <c>./build.sh …</c>, nothing.</summary>
    internal static string NameOf(PageCommand command) => command.Words is [var first, ..] ? first.Split('=')[0] : "";
}

#!/usr/bin/env bash
# Measures GenerateWorkflow for a build of 100 images, a job for each, for both hosts: the whole command, and what any build costs before its
# first target. Prints Markdown for docs/performance.md.
# Usage: tests/Kiln.Benchmarks/generate.sh [rounds, 7 unless said]
# Exit code 1: it took more than 0.2 s beside the start of the build (medians).

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/measuring.sh"

Rounds=${1:-7}
declare -A Times

generate() {
    rm -rf .github/workflows .gitlab-ci.yml
    ./build.sh GenerateWorkflow
}
verify() { ./build.sh VerifyWorkflow; }
start_only() { ./build.sh --help; }

measure() { Times[$1]+=" $(milliseconds "$2")"; }

clone_only
cat >build/Build.Samples.cs <<'CSHARP'
using Kiln;
using Kiln.Components;
using Nuke.Common;

partial class Build
{
    [Parameter("How many images")]
    readonly int Count = 100;

    IEnumerable<ImageSpec> IHazImages.Images => Enumerable.Range(0, Count).Select(x => new ImageSpec($"image-{x}", RootDirectory / "samples" / "go-server")
    {
        Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
    });
}
CSHARP
cat >build/Build.Workflows.cs <<'CSHARP'
using Kiln.Components;
using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;

partial class Build
{
    FanOut IHazPipelines.FanOut => FanOut.ByImage;

    GitHubHost IHazPipelines.GitHub => new();

    GitLabHost IHazPipelines.GitLab => new();
}
CSHARP
quietly generate
quietly start_only
for ((round = 0; round < Rounds; round++)); do
    measure generate generate
    measure verify verify
    measure start start_only
done

Generated=$(median ${Times[generate]}) Verified=$(median ${Times[verify]}) Start=$(median ${Times[start]})
printf '| | whole command | beside the start of any build |\n|---|---|---|\n'
printf '| `GenerateWorkflow` | %s | %s |\n' "$(seconds "$Generated")" "$(seconds $((Generated - Start)))"
printf '| `VerifyWorkflow` | %s | %s |\n' "$(seconds "$Verified")" "$(seconds $((Verified - Start)))"
wc -l .github/workflows/*.yml .gitlab-ci.yml | sed 's/^/    /'
((Generated - Start <= 200))
